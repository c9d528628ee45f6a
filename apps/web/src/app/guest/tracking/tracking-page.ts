import { Component, LOCALE_ID, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrderLineView, OrderOptionView, PaymentState, TicketLineState } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { PageTitle } from '../../core/page-title';
import { ClockTimePipe, formatClockTime } from '../../core/time/clock-time.pipe';
import { Clock } from '../../core/time/clock';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { LANGUAGE } from '../../core/i18n/language';
import { LazyPart, type PartLoader } from '../../ui/lazy/lazy-part';
import { MoneyPipe } from '../../core/money/money.pipe';
import { Amounts } from '../basket/amounts';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { cutleryWords } from '../words/cutlery-words';
import { momentWords } from '../words/moment-words';
import { reconnectWords } from '../words/reconnect-words';
import { tableWords } from '../words/table-words';
import { ChangeOrder } from './change-order';
import { LastOrder } from './last-order';
import { MoneyBack } from './money-back';
import { canPush } from './order-push';
import { TrackingStore } from './tracking-store';
import { hasFailed, isOver, isUnderWay, slipText, stagesOf, statusText, statusWord } from './tracking-words';
import { TRACKING_TEXTS } from './tracking-texts';
import { COMMON_TEXTS } from '../words/common-texts';

const DONE: readonly TicketLineState[] = ['ready', 'handed'];
const PAID: readonly PaymentState[] = ['paid', 'partly-refunded', 'refunded'];

/** One order from the kitchen's side, in one glance: the word, the time, the stages. */
@Component({
  selector: 'app-tracking-page',
  imports: [Amounts, Banner, ChangeOrder, ClockTimePipe, DialogSheet, Icon, LazyPart, MoneyBack, MoneyPipe, RouterLink],
  templateUrl: './tracking-page.html',
  styleUrls: ['./tracking-page.css', '../dead-end.css'],
  providers: [TrackingStore],
})
export class TrackingPage {
  readonly trackingToken = input.required<string>();

  protected readonly t = TRACKING_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly cutleryWords = cutleryWords;
  protected readonly tracking = inject(TrackingStore);
  protected readonly restaurant = inject(RestaurantStore);
  private readonly lastOrder = inject(LastOrder);
  private readonly announcer = inject(Announcer);
  private readonly title = inject(PageTitle);
  private readonly clock = inject(Clock);
  private readonly locale = inject(LOCALE_ID);
  private readonly language = inject(LANGUAGE);

  protected readonly order = this.tracking.order;
  protected readonly unknown = computed(() => this.order() === null && this.tracking.failure()?.code === 'not_found');
  protected readonly word = computed(() => this.from((order) => statusWord(order)));
  protected readonly text = computed(() =>
    this.from((order) => statusText(order) ?? slipText(order, this.clock.now())),
  );
  protected readonly failed = computed(() => this.from((order) => hasFailed(order.state)) ?? false);
  /** Also when something came back since. */
  protected readonly isPaid = computed(() => this.from(({ paymentState }) => PAID.includes(paymentState)) ?? false);
  protected readonly stages = computed(() => this.from((order) => stagesOf(order)) ?? []);
  protected readonly range = computed(() =>
    this.from(({ state, readyEstimate: { from, until }, location: { timezone } }) => {
      if (!isUnderWay(state)) return null;
      const first = momentWords(from, timezone, this.clock.now(), this.locale);
      const last = formatClockTime(until, timezone, this.locale);
      return first === last ? first : `${first}–${last}`;
    }),
  );
  protected readonly reconnecting = computed(() => {
    const order = this.order();
    if (order === null || isOver(order.state)) return null;
    return reconnectWords(this.tracking.feed, order.location.timezone, this.locale);
  });
  protected readonly tableName = computed(() => {
    const name = this.order()?.fulfilment.tableName;
    return name === undefined ? null : tableWords(name);
  });
  protected readonly tablePart: PartLoader = () => import('../table/table-part').then((file) => file.TablePart);
  protected readonly keepPart: PartLoader = () => import('../account/keep-order').then((file) => file.KeepOrder);
  /** This device placed it; whoever was sent the link shall not keep what is another's. */
  protected readonly placedHere = computed(
    () => this.order() !== null && this.lastOrder.order()?.trackingToken === this.trackingToken(),
  );
  protected readonly pushPart: PartLoader = () => import('./push-part').then((file) => file.PushPart);
  /** Asked only here, of whoever still waits for something. */
  protected readonly mayBeTold = computed(() => this.from(({ state }) => !isOver(state) && canPush()) ?? false);
  /** This device sits at the table; a link that was sent on does not. */
  protected readonly atTable = computed(
    () => this.order()?.fulfilment.type === 'dine-in' && this.restaurant.tableToken() !== null,
  );
  protected readonly asking = signal(false);
  protected readonly cancelling = signal(false);
  /** Why it could not be cancelled; gone with the next news. */
  protected readonly refusal = linkedSignal<number | undefined, string | null>({
    source: () => this.order()?.version,
    computation: () => null,
  });
  protected readonly cancelHeading = $localize`:@@guest.track.cancelHeading:Cancel this order?`;
  private spoken: string | null = null;

  constructor() {
    effect(() => this.tracking.follow(this.trackingToken()));
    effect(() => this.tellChanges());
    effect(() => {
      const order = this.order();
      if (order === null) return;
      untracked(() => this.settle(order.location.id, isOver(order.state)));
    });
  }

  protected isDone(line: OrderLineView): boolean {
    return DONE.includes(line.kitchenState);
  }

  /** The choices of a line in words, nested ones included. */
  /** The dishes have the names under which they were read when they were ordered. */
  protected readonly dishLang = computed(() => {
    const language = this.order()?.language;
    return language === this.language ? null : language;
  });

  protected choicesOf(options: readonly OrderOptionView[]): string {
    return options.flatMap((option) => this.wordsOf(option)).join(', ');
  }

  protected async cancel(): Promise<void> {
    this.cancelling.set(true);
    try {
      await this.tracking.cancel();
    } catch (error) {
      this.tellRefusal(error);
    } finally {
      this.cancelling.set(false);
      this.asking.set(false);
    }
  }

  protected tellRefusal(error: unknown): void {
    this.refusal.set(
      toApiProblem(error).code === 'invalid_transition'
        ? $localize`:@@guest.track.tooLate:The kitchen has already started, so this order cannot be cancelled here any more. Please call the restaurant.`
        : $localize`:@@guest.track.cancelFailed:The restaurant could not be reached. The order still stands; please try again.`,
    );
  }

  private wordsOf({ name, quantity, groupKind, options }: OrderOptionView): string[] {
    const own =
      groupKind === 'removal'
        ? $localize`:@@guest.line.without:without ${name}:option:`
        : quantity === 1
          ? name
          : `${quantity} × ${name}`;
    return [own, ...options.flatMap((each) => this.wordsOf(each))];
  }

  private from<T>(read: (order: NonNullable<ReturnType<typeof this.order>>) => T): T | null {
    const order = this.order();
    return order === null ? null : read(order);
  }

  /** Only changes speak, and never the seconds. */
  private tellChanges(): void {
    const [order, word, range] = [this.order(), this.word(), this.range()];
    if (order === null || word === null) return;
    this.title.set($localize`:@@guest.track.title:${word}:status: · Order ${order.number}:number:`);
    const words =
      range === null
        ? `${word}. ${this.text() ?? ''}`
        : $localize`:@@guest.track.spoken:${word}:status:. Ready ${range}:range:.`;
    if (this.spoken !== null && this.spoken !== words) {
      this.announcer.polite(words);
      if (order.state === 'ready' && 'vibrate' in navigator) navigator.vibrate([200, 100, 200]);
    }
    this.spoken = words;
  }

  /** The colours of the restaurant, also for somebody who was sent this link; and no way back to an order that is over. */
  private settle(locationId: string, over: boolean): void {
    if (this.restaurant.location() === null && this.restaurant.tableToken() === null)
      this.restaurant.enter({ locationId });
    if (over) this.lastOrder.forget(this.trackingToken());
  }
}
