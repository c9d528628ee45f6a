import { exponentOf, type CurrencyCode, type Minor } from '@comanda/shared';

/**
 * An amount as somebody types it (`12.50`, `12,5`, `€ 12`) in minor units; null when it is not one. The last `.` or
 * `,` is the decimal mark, except for currencies without decimals.
 */
export function parseAmount(text: string, currency: CurrencyCode): Minor | null {
  const decimals = exponentOf(currency);
  const plain = text.replace(/[\s\u00a0\u202f'’]|\p{Sc}|^[A-Z]{3}|[A-Z]{3}$/gu, '');
  const parts = /^(\d{1,9})(?:[.,](\d*))?$/.exec(plain);
  if (parts === null) return null;
  const [, whole = '', fraction = ''] = parts;
  if (fraction.length > decimals) return null;
  return Number(whole) * 10 ** decimals + Number(fraction.padEnd(decimals, '0') || '0');
}

/** What stands in an amount's field: digits and a point, no currency. */
export function amountText(minor: Minor, currency: CurrencyCode): string {
  const decimals = exponentOf(currency);
  return (minor / 10 ** decimals).toFixed(decimals);
}
