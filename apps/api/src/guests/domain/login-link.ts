/** Long enough to find the mail, short enough that an old mailbox opens nothing. */
export const LINK_LIFE_MS = 15 * 60_000;

export type LinkState = 'good' | 'used' | 'expired';

/** What a link is worth at an instant. That it was used is told first: then somebody is logged in already. */
export function linkStateAt(
  { usedAt, expiresAt }: { readonly usedAt: number | null; readonly expiresAt: number },
  now: number,
): LinkState {
  if (usedAt !== null) return 'used';
  return expiresAt <= now ? 'expired' : 'good';
}
