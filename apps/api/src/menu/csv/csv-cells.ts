import { exponentOf, LIMITS } from '@comanda/shared';

/**
 * What spreadsheets would take for a formula (OWASP, CSV injection). An apostrophe before it keeps it a text; one that
 * stands there already is doubled, so that reading gives back what was written.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/u;
/** An empty cell says nothing; this one says "declared: none". */
const NONE = 'none';

export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** `milk | gluten`; undefined is an empty cell, an empty list `none`. */
export function joined(list: readonly string[] | undefined): string {
  if (list === undefined) return '';
  if (list.length === 0) return NONE;
  const [only] = list;
  if (list.length === 1 && only === NONE) return `\\${NONE}`;
  return list.map((each) => each.replace(/[\\|]/g, (sign) => `\\${sign}`)).join(' | ');
}

/** What {@link joined} wrote, each once; for words a comma or semicolon parts them as well. */
export function parted(cell: string, signs: '|' | '|,;'): string[] | undefined {
  if (cell === '') return undefined;
  if (cell.toLowerCase() === NONE) return [];
  const parts = [''];
  for (let at = 0; at < cell.length; at++) {
    const sign = cell.charAt(at);
    if (sign === '\\') parts.push(`${parts.pop() ?? ''}${cell.charAt(++at)}`);
    else if (signs.includes(sign)) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

/** Minor units as a plain number with the decimals of the currency: `8.90`, `1250`, `1.250`. */
export function priceCell(minor: number | undefined, currency: string): string {
  if (minor === undefined) return '';
  const exponent = exponentOf(currency);
  return exponent === 0 ? String(minor) : (minor / 10 ** exponent).toFixed(exponent);
}

/** The minor units of a price with point or comma; undefined for anything else, also for thousands separators. */
export function minorOf(cell: string, currency: string): number | undefined {
  const exponent = exponentOf(currency);
  const [, whole, decimals = ''] = /^(\d{1,10})(?:[.,](\d{1,3}))?$/.exec(cell) ?? [];
  if (whole === undefined || decimals.length > exponent) return undefined;
  const minor = Number(whole) * 10 ** exponent + Number(decimals.padEnd(exponent, '0'));
  return minor <= LIMITS.priceMinor ? minor : undefined;
}

/** A whole number within bounds; undefined for anything else. */
export function wholeNumber(cell: string, least: number, most: number): number | undefined {
  const value = /^\d{1,9}$/.test(cell) ? Number(cell) : undefined;
  return value !== undefined && value >= least && value <= most ? value : undefined;
}
