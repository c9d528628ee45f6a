import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { BOOKABLE_KINDS, formatAmount, LIMITS, type BookStockRequest, type StockView } from '@comanda/shared';
import { Field, FieldControl } from '../../ui/field/field';
import { milliText, parseMilli, unitsFor } from './amounts';
import { BOOK_TEXTS } from './stock-texts';

export type StockWish =
  | { readonly do: 'book'; readonly booking: Omit<BookStockRequest, 'ingredientId'> }
  | { readonly do: 'warn'; readonly lowMilli: number | null }
  | { readonly do: 'stop' };

/** Books one ingredient: what came, was thrown away, was counted or is corrected; and from when to warn. */
@Component({
  selector: 'app-book-form',
  imports: [Field, FieldControl],
  templateUrl: './book-form.html',
  styleUrl: './book-form.css',
})
export class BookForm {
  readonly ingredient = input.required<StockView>();
  readonly start = input.required<BookStockRequest['kind']>();
  readonly busy = input.required<boolean>();
  readonly failure = input<string | null>(null);
  readonly wished = output<StockWish>();

  protected readonly t = BOOK_TEXTS;
  protected readonly kinds = BOOKABLE_KINDS;
  protected readonly limits = LIMITS;
  protected readonly kind = linkedSignal(() => this.start());
  protected readonly units = computed(() => unitsFor(this.ingredient().unit));
  protected readonly unit = linkedSignal<string>(() => this.ingredient().unit);
  protected readonly amount = signal('');
  protected readonly less = signal(true);
  protected readonly reason = signal(BOOK_TEXTS.reasons[0] ?? '');
  protected readonly note = signal('');
  protected readonly low = linkedSignal(() => {
    const { lowMilli } = this.ingredient();
    return lowMilli === undefined ? '' : milliText(lowMilli);
  });
  private readonly tried = signal(false);
  private readonly triedLow = signal(false);

  private readonly milli = computed(() => parseMilli(this.amount(), this.unit(), this.ingredient().unit));
  protected readonly amountError = computed(() => (this.tried() ? this.faultOf(this.milli()) : null));
  protected readonly lowError = computed(() =>
    this.triedLow() && this.low().trim() !== '' && this.lowMilli() === null ? this.t.amountWrong : null,
  );
  /** What a count finds, before it is booked. */
  protected readonly difference = computed(() => {
    const [milli, { onHandMilli, unit }] = [this.milli(), this.ingredient()];
    if (this.kind() !== 'count' || milli === null || onHandMilli === undefined || milli === onHandMilli) return null;
    const words = formatAmount(Math.abs(milli - onHandMilli), unit);
    return this.t.difference(`${words} ${milli < onHandMilli ? 'less' : 'more'}`);
  });

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const milli = this.milli();
    if (milli === null || this.faultOf(milli) !== null) return;
    const kind = this.kind();
    const quantityMilli = kind === 'adjust' && this.less() ? -milli : milli;
    const note = this.wholeNote().slice(0, LIMITS.reasonLength);
    this.wished.emit({ do: 'book', booking: { kind, quantityMilli, ...(note === '' ? {} : { note }) } });
  }

  protected warn(event: Event): void {
    event.preventDefault();
    this.triedLow.set(true);
    if (this.low().trim() === '') return this.wished.emit({ do: 'warn', lowMilli: null });
    const lowMilli = this.lowMilli();
    if (lowMilli !== null) this.wished.emit({ do: 'warn', lowMilli });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  private lowMilli(): number | null {
    const { unit } = this.ingredient();
    return parseMilli(this.low(), unit, unit);
  }

  private faultOf(milli: number | null): string | null {
    if (milli === null) return this.t.amountWrong;
    return milli === 0 && this.kind() !== 'count' ? this.t.amountZero : null;
  }

  private wholeNote(): string {
    const note = this.note().trim();
    if (this.kind() !== 'waste') return note;
    return note === '' ? this.reason() : `${this.reason()}: ${note}`;
  }
}
