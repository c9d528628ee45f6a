const PLAIN_LENGTH = 40;

/** An id for something new that people can still recognise in a spreadsheet: `charred-leeks-k3x9q2`. */
export function newId(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, PLAIN_LENGTH)
    .replace(/^-+|-+$/g, '');
  const random = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 36).toString(36)).join('');
  return plain === '' ? random : `${plain}-${random}`;
}
