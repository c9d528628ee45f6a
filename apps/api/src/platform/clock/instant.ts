/** An order, its tickets and its events tell the same few instants again and again. */
const told = new Map<number, string>();
const MOST = 500;

/** An instant in milliseconds as it goes out. */
export function toInstant(milliseconds: number): string {
  const known = told.get(milliseconds);
  if (known !== undefined) return known;
  if (told.size >= MOST) told.clear();
  const instant = new Date(milliseconds).toISOString();
  told.set(milliseconds, instant);
  return instant;
}
