/** In orders, tickets and their lines: who it was for, how to reach them, what they said about themselves. */
const PERSONAL = new Set(['guest', 'guestName', 'guestPhone', 'note', 'orderNote', 'address']);
/** A list in tickets, so that it stays and is empty. */
const EMPTIED = new Set(['allergies']);

/** The same fact without the person in it, at any depth. */
export function withoutPerson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPerson);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !PERSONAL.has(name));
  return Object.fromEntries(kept.map(([name, each]) => [name, EMPTIED.has(name) ? [] : withoutPerson(each)]));
}
