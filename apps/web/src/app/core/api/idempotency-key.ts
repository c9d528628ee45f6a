/** 128 random bits for one intent. Not `randomUUID`: that is missing on plain http, where a restaurant's own network may run. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
