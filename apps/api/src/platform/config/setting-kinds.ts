import { isIP } from 'node:net';

/** Reads the text of one setting. Throws {@link Unusable} with what it must be. */
export type Kind<T> = (text: string) => T;

/** Says what a setting must be, as the end of a sentence that begins with its name. */
export class Unusable extends Error {}

export const wholeNumber =
  (least: number, most: number): Kind<number> =>
  (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new Unusable(`must be a whole number from ${String(least)} to ${String(most)}`);
  };

export const oneOf =
  <const T extends string>(...words: readonly T[]): Kind<T> =>
  (text) => {
    const word = words.find((each) => each === text);
    if (word !== undefined) return word;
    throw new Unusable(`must be ${words.join(' or ')}`);
  };

export const onOff: Kind<boolean> = (text) => oneOf('on', 'off')(text) === 'on';

export const text: Kind<string> = (value) => value;

/** An address with one of some protocols; `example` shows how it looks. */
export const address =
  (example: string, isUsable: (url: URL) => boolean): Kind<string> =>
  (value) => {
    if (URL.canParse(value) && isUsable(new URL(value))) return value;
    throw new Unusable(`must look like ${example}`);
  };

/** Who a mail is from: `hello@corner.example`, or `Corner Kitchen <hello@corner.example>`. */
export const sender: Kind<string> = (value) => {
  if (/^([^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)) return value;
  throw new Unusable('must look like hello@corner.example or Corner Kitchen <hello@corner.example>');
};

const NAMED_NETWORKS: Readonly<Record<string, readonly string[]>> = {
  private: ['loopback', 'linklocal', 'uniquelocal'],
};

/** Addresses and networks of proxies, with commas between them; "private" stands for every private network. */
export const networks: Kind<readonly string[]> = (list) => {
  const entries = list.split(',').map((entry) => entry.trim());
  if (entries.every((entry) => entry in NAMED_NETWORKS || isNetwork(entry))) {
    return entries.flatMap((entry) => NAMED_NETWORKS[entry] ?? [entry]);
  }
  throw new Unusable('must be "private", or addresses and networks such as 10.0.0.2,10.1.0.0/16');
};

function isNetwork(entry: string): boolean {
  const [ip = '', bits, ...rest] = entry.split('/');
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
