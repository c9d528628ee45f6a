import { Component, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import { LIMITS, addDays, instantOf, localMoment } from '@comanda/shared';
import { Clock } from '../../core/time/clock';
import { Field, FieldControl } from '../../ui/field/field';
import { OfficeLocation } from '../shell/office-location';
import { SUSPEND_TEXTS } from './sold-out-texts';
import type { SaleTarget } from './menu-targets';
import type { SuspendRequest } from './sale-store';

export type SaleWish =
  { readonly kind: 'off'; readonly request: SuspendRequest } | { readonly kind: 'count'; readonly remaining: number };

type Way = 'lifted' | 'tomorrow' | 'time' | 'count';

/** Nobody orders dinner at four in the morning. */
const TOMORROW_MINUTE = 4 * 60;

/** How long something is off sale, or how many are left of it. */
@Component({
  selector: 'app-suspend-form',
  imports: [Field, FieldControl],
  templateUrl: './suspend-form.html',
  styleUrl: './suspend-form.css',
})
export class SuspendForm {
  readonly target = input.required<SaleTarget>();
  readonly alsoFalls = input<readonly string[]>([]);
  readonly busy = input.required<boolean>();
  readonly failure = input<string | null>(null);
  readonly wished = output<SaleWish>();

  private readonly office = inject(OfficeLocation);
  private readonly clock = inject(Clock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = SUSPEND_TEXTS;
  protected readonly limit = LIMITS.reasonLength;
  protected readonly way = signal<Way>('lifted');
  protected readonly time = signal('');
  protected readonly portions = signal('');
  protected readonly reason = signal('');
  private readonly tried = signal(false);

  protected readonly ways = computed(() => {
    const always: readonly { readonly way: Way; readonly label: string }[] = [
      { way: 'lifted', label: this.t.untilLifted },
      { way: 'tomorrow', label: this.t.untilTomorrow('04:00') },
      { way: 'time', label: this.t.untilTime },
    ];
    return this.target().kind === 'option' ? always : [...always, { way: 'count' as const, label: this.t.count }];
  });
  protected readonly timeError = computed(() =>
    this.tried() && this.way() === 'time' && !this.isFuture() ? this.t.timeMissing : null,
  );
  protected readonly portionsError = computed(() =>
    this.tried() && this.way() === 'count' && this.remaining() === null ? this.t.portionsWrong : null,
  );

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.timeError() !== null) return this.focus('#sale-time');
    if (this.portionsError() !== null) return this.focus('#sale-portions');
    const remaining = this.remaining();
    if (this.way() === 'count') {
      if (remaining !== null) this.wished.emit({ kind: 'count', remaining });
      return;
    }
    const [until, reason] = [this.until(), this.reason().trim()];
    const request = { ...(until === null ? {} : { until }), ...(reason === '' ? {} : { reason }) };
    this.wished.emit({ kind: 'off', request });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  private until(): string | null {
    if (this.way() === 'time') return new Date(this.chosenMs()).toISOString();
    if (this.way() !== 'tomorrow') return null;
    const timezone = this.office.timezone();
    const { date, minute } = localMoment(this.clock.now(), timezone);
    // After midnight "tomorrow" still means when this night is over.
    const day = minute < TOMORROW_MINUTE ? date : addDays(date, 1);
    return new Date(instantOf(day, TOMORROW_MINUTE, timezone)).toISOString();
  }

  /** The field shows the restaurant's clock, whatever this device's is. */
  private chosenMs(): number {
    const [date = '', clock = ''] = this.time().split('T');
    const [hours = NaN, minutes = NaN] = clock.split(':').map(Number);
    return instantOf(date, hours * 60 + minutes, this.office.timezone());
  }

  private isFuture(): boolean {
    return this.time() !== '' && this.chosenMs() > this.clock.now();
  }

  private remaining(): number | null {
    const text = this.portions().trim();
    return /^\d{1,6}$/.test(text) && Number(text) <= LIMITS.countdown ? Number(text) : null;
  }

  private focus(selector: string): void {
    this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
  }
}
