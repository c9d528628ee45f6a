import { Component, LOCALE_ID, inject, input } from '@angular/core';
import type { OrderView, PaymentMethod, RefundView } from '@comanda/shared';
import { MoneyPipe } from '../../core/money/money.pipe';

const METHODS: Readonly<Record<PaymentMethod, string | null>> = {
  cash: $localize`:@@guest.refund.cash:in cash`,
  'card-terminal': $localize`:@@guest.refund.card:to the card`,
  voucher: $localize`:@@guest.refund.voucher:as a voucher`,
  other: null,
};

/** A day too: money may come back long after the meal. */
const DAY_AND_TIME = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const satisfies Intl.DateTimeFormatOptions;

/** What comes back to the guest of what was paid, and what came back already and how. News of it are spoken. */
@Component({
  selector: 'app-money-back',
  imports: [MoneyPipe],
  template: `
    <div role="status">
      @if (order().refundDueMinor || order().refunds) {
        <dl>
          @if (order().refundDueMinor; as due) {
            <div class="due">
              <dt>{{ dueWords }}</dt>
              <dd>{{ due | money: order().currency }}</dd>
            </div>
          }
          @for (refund of order().refunds; track $index) {
            <div>
              <dt>{{ given(refund) }}</dt>
              <dd>{{ refund.amountMinor | money: order().currency }}</dd>
            </div>
          }
        </dl>
      }
    </div>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--space-1);
      margin: var(--space-2) 0 0;
    }
    dl > div {
      display: flex;
      justify-content: space-between;
      gap: var(--space-4);
    }
    .due {
      font-weight: 700;
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `,
})
export class MoneyBack {
  readonly order = input.required<OrderView>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly dueWords = $localize`:@@guest.refund.due:You get back`;

  protected given({ at, method }: RefundView): string {
    const timeZone = this.order().location.timezone;
    const time = new Intl.DateTimeFormat(this.locale, { ...DAY_AND_TIME, timeZone }).format(new Date(at));
    const how = METHODS[method];
    return how === null
      ? $localize`:@@guest.refund.given:Given back, ${time}:time:`
      : $localize`:@@guest.refund.givenHow:Given back ${how}:method:, ${time}:time:`;
  }
}
