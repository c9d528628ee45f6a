import { Component, LOCALE_ID, computed, inject, input } from '@angular/core';
import type { PricedBasket, TaxAmount } from '@comanda/shared';
import { MoneyPipe } from '../../core/money/money.pipe';
import { taxWords, tellingTaxes } from './tax-words';
import { BASKET_TEXTS } from './basket-texts';

/** What of a bill is added up: a basket, a quote or an order. */
export type Bill = Pick<
  PricedBasket<unknown>,
  'currency' | 'taxInclusive' | 'subtotalMinor' | 'fees' | 'taxes' | 'tipMinor' | 'totalMinor'
>;

/** Subtotal, tax by name, tip and total. */
@Component({
  selector: 'app-amounts',
  imports: [MoneyPipe],
  template: `
    <dl>
      @if (!bill().taxInclusive || bill().tipMinor > 0 || bill().fees.length > 0) {
        <div>
          <dt>{{ t.amountsSubtotal }}</dt>
          <dd>{{ bill().subtotalMinor | money: bill().currency }}</dd>
        </div>
      }
      @for (fee of bill().fees; track fee.kind) {
        <div>
          <dt>{{ t.fees[fee.kind] }}</dt>
          <dd>{{ fee.amountMinor | money: bill().currency }}</dd>
        </div>
      }
      @if (!bill().taxInclusive) {
        @for (tax of taxes(); track tax.taxClass) {
          <div>
            <dt>{{ words(tax) }}</dt>
            <dd>{{ tax.taxMinor | money: bill().currency }}</dd>
          </div>
        }
      }
      @if (bill().tipMinor > 0) {
        <div>
          <dt>{{ t.amountsTip }}</dt>
          <dd>{{ bill().tipMinor | money: bill().currency }}</dd>
        </div>
      }
      <div class="total">
        <dt>{{ t.amountsTotal }}</dt>
        <dd>{{ bill().totalMinor | money: bill().currency }}</dd>
      </div>
      @if (bill().taxInclusive) {
        @for (tax of taxes(); track tax.taxClass) {
          <div class="included">
            <dt>{{ words(tax) }}</dt>
            <dd>{{ tax.taxMinor | money: bill().currency }}</dd>
          </div>
        }
      }
    </dl>
  `,
  styleUrl: './amounts.css',
})
export class Amounts {
  readonly bill = input.required<Bill>();

  protected readonly t = BASKET_TEXTS;
  private readonly locale = inject(LOCALE_ID);
  protected readonly taxes = computed(() => tellingTaxes(this.bill()));

  protected words(tax: TaxAmount): string {
    return taxWords(tax, this.bill(), this.locale);
  }
}
