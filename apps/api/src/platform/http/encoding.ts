/** How bytes are packed on the wire (RFC 9110, 8.4.1). */
export type Encoding = 'br' | 'gzip' | 'identity';

const REFUSED = /;\s*q=0(\.0*)?\s*$/;
/** What every browser says, and what a bare client does. */
const COMMON = new Map<unknown, Encoding>([
  [undefined, 'identity'],
  ['br', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
]);

/** The smallest encoding that the header takes; a client that says nothing gets plain bytes. */
export function encodingFor(header: string | string[] | undefined): Encoding {
  return COMMON.get(header) ?? readEncoding(header);
}

function readEncoding(header: string | string[] | undefined): Encoding {
  const taken = String(header)
    .toLowerCase()
    .split(',')
    .filter((each) => !REFUSED.test(each))
    .map((each) => each.split(';')[0]?.trim());
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') || taken.includes('*') ? 'gzip' : 'identity';
}
