/** Where a page may send people after the log-in: inside this site only, so a single `/` at its start. */
export function safeNextPath(next: string | null | undefined): string | null {
  return next !== null && next !== undefined && /^\/(?![/\\])/.test(next) ? next : null;
}
