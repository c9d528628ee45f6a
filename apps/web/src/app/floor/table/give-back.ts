import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { formatMinor, type OrderView, type PaymentMethod, type RefundView } from '@comanda/shared';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { SessionStore } from '../../core/session/session-store';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { FloorApi } from '../floor-api';
import { FloorCommands } from '../floor-commands';
import { METHODS, SHEET_TEXTS } from './sheet-texts';

/** What has to be given back for a round, noted in two taps: that it is given back, and how. What was given back stands below. */
@Component({
  selector: 'app-give-back',
  template: `
    @if (order().refundDueMinor; as due) {
      <div class="due" role="group" [attr.aria-label]="words(due)">
        @if (!mayGive()) {
          <strong>{{ words(due) }}</strong>
        } @else if (!asking()) {
          <button type="button" class="button" (click)="asking.set(true)">{{ words(due) }}</button>
        } @else {
          <strong>{{ words(due) }}</strong>
          <div class="buttons">
            @for (way of methods; track way.method) {
              <button
                type="button"
                class="button button--primary"
                [disabled]="commands.busy() !== null"
                (click)="give(due, way.method)"
              >
                {{ way.word }}
              </button>
            }
            <button type="button" class="button button--quiet" (click)="asking.set(false)">{{ t.notYet }}</button>
          </div>
        }
      </div>
    }
    @for (refund of order().refunds; track $index) {
      <p>{{ given(refund) }}</p>
    }
  `,
  styles: `
    .due {
      display: grid;
      gap: var(--space-2);
      justify-items: start;
      margin-block: var(--space-2);
      padding: var(--space-2) var(--space-3);
      border: 2px solid var(--warn);
      border-radius: var(--radius-control);
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    p {
      margin: 0;
      color: var(--ink-2);
    }
  `,
})
export class GiveBack {
  readonly order = input.required<OrderView>();

  protected readonly t = SHEET_TEXTS;
  protected readonly methods = METHODS;
  protected readonly commands = inject(FloorCommands);
  private readonly api = inject(FloorApi);
  private readonly session = inject(SessionStore);
  protected readonly mayGive = computed(() => this.session.may('orders.record-payment'));
  private readonly due = computed(() => `${this.order().id} ${this.order().refundDueMinor ?? 0}`);
  protected readonly asking = linkedSignal<string, boolean>({ source: () => this.due(), computation: () => false });
  /** Given back once, however often it is sent; another amount is another one. */
  private readonly key = linkedSignal<string, string>({ source: () => this.due(), computation: newIdempotencyKey });

  protected words(amountMinor: number): string {
    return this.t.giveBack(this.money(amountMinor));
  }

  protected given({ amountMinor, method, at }: RefundView): string {
    const how = METHODS.find((way) => way.method === method)?.word;
    const time = formatClockTime(at, this.order().location.timezone, 'en-GB');
    return this.t.givenBack([this.money(amountMinor), how, time].filter((part) => part !== undefined).join(' · '));
  }

  protected give(amountMinor: number, method: PaymentMethod): void {
    const { id } = this.order();
    void this.commands.run(
      `refund ${id}`,
      () => this.api.refund(id, { method, amountMinor }, this.key()),
      () => this.t.givenBack(this.money(amountMinor)),
    );
  }

  private money(amountMinor: number): string {
    return formatMinor(amountMinor, this.order().currency, 'en');
  }
}
