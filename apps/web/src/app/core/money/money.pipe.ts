import { LOCALE_ID, Pipe, type PipeTransform, inject } from '@angular/core';
import type { CurrencyCode, Minor } from '@comanda/shared';

/** `1250 | money: 'EUR'` is `€12.50`; the number of decimals is the currency's. */
@Pipe({ name: 'money' })
export class MoneyPipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(minor: Minor, currency: CurrencyCode): string {
    return formatMoney(minor, currency, this.locale);
  }
}

export function formatMoney(minor: Minor, currency: CurrencyCode, locale: string): string {
  const format = formatter(locale, currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: CurrencyCode): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency });
  formatters.set(key, made);
  return made;
}
