import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { PAYMENT_METHODS, formatMinor, type PaymentMethod, type StaffOrderView } from '@comanda/shared';
import { Field, FieldControl } from '../../ui/field/field';
import { amountText, parseAmount } from '../words/amount';
import { newPaymentKey, type OrderDeed } from './order-commands';
import { METHOD_NAMES, ORDER_TEXTS } from './order-texts';
import { valueOf } from '../words/value-of';

/** Money that was taken at the counter or the table or given back, all of it or a part. */
@Component({
  selector: 'app-payment-form',
  imports: [Field, FieldControl],
  templateUrl: './payment-form.html',
  styleUrl: './order-form.css',
})
export class PaymentForm {
  readonly order = input.required<StaffOrderView>();
  readonly busy = input.required<boolean>();
  readonly kind = input<'pay' | 'refund'>('pay');
  readonly given = output<OrderDeed>();
  readonly left = output();

  protected readonly textOf = valueOf;
  protected readonly t = ORDER_TEXTS;
  protected readonly methods = PAYMENT_METHODS;
  protected readonly methodNames = METHOD_NAMES;
  protected readonly words = computed(() => this.t[this.kind() === 'pay' ? 'paying' : 'refunding']);
  private readonly owed = computed(() => {
    const { totalMinor, paidMinor, refundDueMinor = 0 } = this.order();
    return this.kind() === 'pay' ? totalMinor - paidMinor : refundDueMinor;
  });
  private readonly owedText = computed(() => amountText(this.owed(), this.order().currency));
  /** News about the order leave what is being typed, unless less is owed now. */
  protected readonly amount = linkedSignal(() => this.owedText());
  protected readonly method = signal<PaymentMethod>('cash');
  private readonly minor = computed(() => parseAmount(this.amount(), this.order().currency));
  private readonly tried = signal(false);
  /** The same payment, sent twice, counts once; another amount is another payment. */
  private readonly key = computed(() => {
    this.minor();
    this.method();
    return newPaymentKey();
  });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly error = computed(() => (this.tried() ? this.problem() : null));

  constructor() {
    afterNextRender(() => this.focus());
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const amountMinor = this.minor();
    if (amountMinor === null || this.problem() !== null) return this.focus();
    this.given.emit({ kind: this.kind(), method: this.method(), amountMinor, key: this.key() });
  }

  private problem(): string | null {
    const [minor, owed, { currency }] = [this.minor(), this.owed(), this.order()];
    if (minor === null) return this.t.amountWrong(currency);
    if (minor === 0) return this.t.amountZero;
    return minor > owed ? this.words().tooMuch(formatMinor(owed, currency, 'en')) : null;
  }

  private focus(): void {
    const field = this.host.nativeElement.querySelector<HTMLInputElement>('#payment-amount');
    field?.focus();
    field?.select();
  }
}
