import { Component, computed, inject, signal } from '@angular/core';
import { LIMITS, type StockImportReport, type StockView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { Field, FieldControl } from '../../ui/field/field';
import { Toasts } from '../../ui/toast/toasts';
import { problemWords } from '../words/problem-words';
import { amountIn, countingUnit, parseMilli } from './amounts';
import { CountFile } from './count-file';
import { StockNav } from './stock-nav';
import { StockStore } from './stock-store';
import { COUNT_TEXTS, STOCK_TEXTS } from './stock-texts';

interface CountRow {
  readonly ingredient: StockView;
  readonly name: string;
  /** Everything of the row is said and written in it. */
  readonly unit: string;
  readonly text: string;
  /** Null where nothing, or no number, was written. */
  readonly milli: number | null;
  readonly wrong: boolean;
}

/** The count sheet: what is there is written down, differences are seen, then all of it is booked at once. */
@Component({
  selector: 'app-count-page',
  imports: [Banner, CountFile, Field, FieldControl, StockNav],
  providers: [StockStore],
  templateUrl: './count-page.html',
  styleUrls: ['./stock.css', '../shell/office-list.css'],
})
export class CountPage {
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(SessionStore);
  protected readonly store = inject(StockStore);
  protected readonly online = inject(Connectivity).online;
  protected readonly t = COUNT_TEXTS;
  protected readonly common = STOCK_TEXTS;
  protected readonly limits = LIMITS;
  protected readonly amountIn = amountIn;
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly note = signal('');
  private readonly written = signal<ReadonlyMap<string, string>>(new Map());
  /** A row keeps its unit while it is being counted, however much is used meanwhile. */
  private readonly units = new Map<string, string>();
  private key = newIdempotencyKey();

  protected readonly mayBook = computed(() => this.session.may('stock.book') && this.online());
  protected readonly rows = computed(() => (this.store.stock() ?? []).map((each) => this.rowOf(each)));
  protected readonly counted = computed(() => this.rows().filter(({ milli }) => milli !== null));
  protected readonly different = computed(
    () => this.counted().filter(({ milli, ingredient }) => milli !== ingredient.onHandMilli).length,
  );
  protected readonly wrong = computed(() => this.rows().filter(({ wrong }) => wrong).length);

  protected write(id: string, event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.written.update((all) => new Map(all).set(id, text));
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected differenceOf({ milli, unit, ingredient: { onHandMilli = 0 } }: CountRow): string {
    if (milli === null) return '';
    const difference = milli - onHandMilli;
    if (difference === 0) return this.t.same;
    return `${difference > 0 ? '+' : '−'}${amountIn(Math.abs(difference), unit)}`;
  }

  protected async book(): Promise<void> {
    const counted = this.counted();
    if (this.busy() || this.wrong() > 0 || counted.length === 0 || !this.mayBook()) return;
    this.busy.set(true);
    this.failure.set(null);
    const note = this.note().trim();
    const counts = counted.map(({ ingredient, milli }) => ({ ingredientId: ingredient.id, quantityMilli: milli ?? 0 }));
    try {
      await this.store.count({ counts, ...(note === '' ? {} : { note }) }, this.key);
      this.key = newIdempotencyKey();
      this.written.set(new Map());
      this.note.set('');
      this.say(this.t.booked(counted.length));
    } catch (error) {
      this.failure.set(problemWords(toApiProblem(error)));
    } finally {
      this.busy.set(false);
    }
  }

  protected bookedFile({ changes }: StockImportReport): void {
    this.say(this.t.booked(changes.length));
  }

  private say(text: string): void {
    this.announcer.polite(text);
    this.toasts.show({ text });
  }

  private rowOf(ingredient: StockView): CountRow {
    const text = this.written().get(ingredient.id) ?? '';
    const unit = this.units.get(ingredient.id) ?? countingUnit(ingredient.unit, ingredient.onHandMilli ?? 0);
    this.units.set(ingredient.id, unit);
    const milli = parseMilli(text, unit, ingredient.unit);
    const wrong = milli === null && text.trim() !== '';
    return { ingredient, name: this.store.nameOf(ingredient.id), unit, text, milli, wrong };
  }
}
