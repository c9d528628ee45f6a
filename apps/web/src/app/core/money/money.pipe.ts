import { LOCALE_ID, Pipe, type PipeTransform, inject } from '@angular/core';
import { formatMinor, type CurrencyCode, type Minor } from '@comanda/shared';

/** `1250 | money: 'EUR'` is `€12.50`, in the language of the page. */
@Pipe({ name: 'money' })
export class MoneyPipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(minor: Minor, currency: CurrencyCode): string {
    return formatMinor(minor, currency, this.locale);
  }
}
