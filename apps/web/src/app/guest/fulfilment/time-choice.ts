import { Component, LOCALE_ID, computed, inject, linkedSignal } from '@angular/core';
import type { SlotDayView, SlotsRequest, SlotsView, SlotView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { apiResource } from '../../core/api/public-api';
import { Connectivity } from '../../core/device/connectivity';
import { MenuLanguage } from '../../core/i18n/menu-language';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { BasketStore } from '../basket/basket-store';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { COMMON_TEXTS } from '../words/common-texts';
import { FulfilmentDraft } from './fulfilment-draft';
import { FULFILMENT_TEXTS } from './fulfilment-texts';
import { slotReasonWords } from './slot-reason-words';

/** As soon as possible, or a day and a time; what cannot be had says why. */
@Component({
  selector: 'app-time-choice',
  templateUrl: './time-choice.html',
  styleUrl: './time-choice.css',
})
export class TimeChoice {
  protected readonly t = FULFILMENT_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly draft = inject(FulfilmentDraft);
  protected readonly restaurant = inject(RestaurantStore);
  protected readonly online = inject(Connectivity).online;
  protected readonly reasonWords = slotReasonWords;
  protected readonly ghosts = [0, 1, 2, 3, 4, 5, 6, 7];
  private readonly basket = inject(BasketStore);
  private readonly language = inject(MenuLanguage);
  private readonly locale = inject(LOCALE_ID);

  protected readonly slots = apiResource<SlotsView>(() => {
    const [id, fulfilment] = [this.restaurant.location()?.id, this.draft.request()];
    if (id === undefined || fulfilment === null || !this.online()) return undefined;
    const body: SlotsRequest = { fulfilment, lines: this.basket.basketLines(), language: this.language.tag() };
    return { url: apiUrl('/locations', id, 'slots'), body };
  });
  protected readonly view = computed(() => (this.slots.hasValue() ? this.slots.value() : null));
  /** The day whose times are shown: that of the chosen time, else the first with a free one. */
  protected readonly date = linkedSignal<string | null>(() => {
    const days = this.view()?.days ?? [];
    const chosen = this.draft.time()?.from;
    const own = days.find(({ slots }) => slots.some(({ from }) => from === chosen));
    return (own ?? days.find(({ slots }) => slots.some(isFree)) ?? days[0])?.date ?? null;
  });
  protected readonly times = computed(() => this.view()?.days.find(({ date }) => date === this.date())?.slots ?? []);

  protected asapWords({ asap, timezone }: SlotsView): string {
    if (asap.reason) return slotReasonWords(asap.reason);
    return this.range(asap.range.from, asap.range.until, timezone);
  }

  protected range(from: string, until: string, timezone: string): string {
    return `${formatClockTime(from, timezone, this.locale)}–${formatClockTime(until, timezone, this.locale)}`;
  }

  protected dayWords({ date }: SlotDayView): string {
    const today = this.restaurant.moment().date;
    const ahead = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
    if (ahead === 0) return $localize`:@@guest.how.today:Today`;
    if (ahead === 1) return $localize`:@@guest.how.tomorrow:Tomorrow`;
    const shape = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' } as const;
    return new Intl.DateTimeFormat(this.locale, shape).format(new Date(date));
  }

  protected isChosen({ from }: SlotView): boolean {
    return this.draft.time()?.from === from;
  }

  protected choose({ from, until }: SlotView): void {
    this.draft.time.set({ from, until });
  }
}

function isFree({ reason }: SlotView): boolean {
  return reason === undefined;
}
