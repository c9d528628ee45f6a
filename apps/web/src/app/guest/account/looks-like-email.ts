/** Enough to find what was mistyped; whether it exists, only a mail can tell. */
export const LOOKS_LIKE_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
