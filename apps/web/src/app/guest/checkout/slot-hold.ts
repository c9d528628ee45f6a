import { DestroyRef, Injectable, LOCALE_ID, computed, effect, inject, linkedSignal, resource } from '@angular/core';
import type { SlotHoldView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { PublicApi } from '../../core/api/public-api';
import { DeviceStorage } from '../../core/device/device-storage';
import { Clock } from '../../core/time/clock';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { rested } from '../../core/time/rested';
import { BasketStore } from '../basket/basket-store';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { Placement } from './placement';

const KEY = 'comanda.slot-hold';
const REST_MS = 400;
const ENDING_SECONDS = 120;

/** Keeps the chosen time as long as the guest is at the checkout; whoever goes back to the menu gives it back. */
@Injectable()
export class SlotHold {
  private readonly api = inject(PublicApi);
  private readonly storage = inject(DeviceStorage).tab;
  private readonly clock = inject(Clock);
  private readonly basket = inject(BasketStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly fulfilment = inject(FulfilmentStore);
  private readonly placement = inject(Placement);
  private readonly locale = inject(LOCALE_ID);
  /** The same after a reload, so that it stays the same hold. */
  private readonly key = readKey(this.storage.read(KEY)) ?? newIdempotencyKey();
  private readonly url = computed(() => {
    const id = this.restaurant.location()?.id;
    return id === undefined ? null : apiUrl('/locations', id, 'slot-holds', this.key);
  });
  private readonly wish = computed(() => {
    const [url, fulfilment] = [this.url(), this.fulfilment.request()];
    if (url === null || fulfilment.requestedFor === undefined) return undefined;
    // An order that is on its way takes the place itself.
    if (this.basket.isEmpty() || this.placement.pending()) return undefined;
    return { url, body: { fulfilment, lines: this.basket.basketLines() } };
  });
  private readonly asked = rested(this.wish, REST_MS);
  private readonly answer = resource({
    params: () => this.asked(),
    loader: ({ params: { url, body } }) => this.api.send<SlotHoldView>('PUT', url, body, {}),
  });
  /** The last answer, also while another is on its way: the line that tells it would come and go with every dish. */
  private readonly last = linkedSignal<SlotHoldView | 'asking' | null, SlotHoldView | null>({
    source: () => (this.answer.hasValue() ? this.answer.value() : this.answer.isLoading() ? 'asking' : null),
    computation: (now, before) => (now === 'asking' ? (before?.value ?? null) : now),
  });
  private readonly held = computed(() => {
    const hold = this.last();
    return hold?.heldUntil !== undefined && hold.from === this.fulfilment.time()?.from ? hold : null;
  });

  private readonly secondsLeft = computed(() => {
    const until = this.held()?.heldUntil;
    return until === undefined ? null : Math.ceil((Date.parse(until) - this.clock.now()) / 1000);
  });
  readonly expired = computed(() => (this.secondsLeft() ?? 1) <= 0);
  private readonly ending = computed(() => (this.secondsLeft() ?? Infinity) <= ENDING_SECONDS);
  /** "1:42" in the last two minutes, for the eye: `words` tells it once. */
  readonly countdown = computed(() => {
    const seconds = this.secondsLeft();
    if (seconds === null || !this.ending() || this.expired()) return null;
    const digits = (value: number, minimumIntegerDigits: number): string =>
      new Intl.NumberFormat(this.locale, { minimumIntegerDigits }).format(value);
    return `${digits(Math.floor(seconds / 60), 1)}:${digits(seconds % 60, 2)}`;
  });
  /** What is kept, and until when; null where nothing is. A time that is taken, the quote tells. */
  readonly words = computed(() => {
    const [hold, timezone] = [this.held(), this.restaurant.location()?.timezone];
    if (hold?.heldUntil === undefined || timezone === undefined) return null;
    const from = formatClockTime(hold.from, timezone, this.locale);
    const until = formatClockTime(hold.heldUntil, timezone, this.locale);
    if (this.expired())
      return $localize`:@@guest.hold.expired:${from}:time: is not kept for you any more. You can order it while it is free.`;
    return this.ending()
      ? $localize`:@@guest.hold.ending:We keep ${from}:time: for you until ${until}:until:, less than two more minutes. After that others can take it; what you have typed stays.`
      : $localize`:@@guest.hold.kept:We keep ${from}:time: for you until ${until}:until:.`;
  });

  constructor() {
    this.storage.write(KEY, this.key);
    effect(() => this.fulfilment.slotHold.set(this.fulfilment.time() === null ? null : this.key));
    inject(DestroyRef).onDestroy(() => this.giveBack());
  }

  keepAgain(): void {
    this.answer.reload();
  }

  private giveBack(): void {
    this.fulfilment.slotHold.set(null);
    // An order spends its key; the next visit to the checkout makes another.
    this.storage.remove(KEY);
    const url = this.url();
    // The answer about the hold is gone with the page; giving back what is not held does no harm.
    if (this.fulfilment.time() === null || this.placement.pending() || url === null) return;
    // Unheard it is free again by itself.
    this.api.send('DELETE', url, undefined, {}).catch(() => undefined);
  }
}

/** We wrote it ourselves; anything else in its place is dropped. */
function readKey(stored: unknown): string | null {
  return typeof stored === 'string' && /^[\w-]{16,64}$/.test(stored) ? stored : null;
}
