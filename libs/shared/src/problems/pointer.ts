/** Builds a JSON pointer (RFC 6901): `pointer('lines', 2, 'a/b')` is `/lines/2/a~1b`; without segments the whole document, ``. */
export function pointer(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
