import type { LanguageTag } from '../text/text.js';
import type { CurrencyCode, Minor } from './currency.js';
import { exponentOf } from './exponent.js';

const formats = new Map<string, Intl.NumberFormat>();

/** The amount as people read it in that language, always with all decimals of ISO 4217: `12,50 €`, `￥1,250`. */
export function formatMinor(amount: Minor, currency: CurrencyCode, locale: LanguageTag): string {
  return formatOf(currency, locale).format(amount / 10 ** exponentOf(currency));
}

/** Building a format costs a hundred times what using it does. */
function formatOf(currency: CurrencyCode, locale: LanguageTag): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  // Intl goes by CLDR, which shows some currencies (TWD, HUF) without the decimals that ISO 4217 gives them.
  const decimals = exponentOf(currency);
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, made);
  return made;
}
