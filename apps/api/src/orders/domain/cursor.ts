/** The opaque cursor of a list sorted by id. */
export function toCursor(id: string): string {
  return btoa(id).replaceAll('=', '');
}

/** The id in a cursor, or undefined when it is none of ours. */
export function fromCursor(cursor: string): string | undefined {
  try {
    const id = atob(cursor);
    return /^[0-9A-Z]{26}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
