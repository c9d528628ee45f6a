import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { LIMITS, type BasketProblem, type PricedBasket } from '@comanda/shared';
import { priceBasket } from '@comanda/shared/pricing';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { DeviceStorage } from '../../core/device/device-storage';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { readLines, sameDish, toBasketLine, type NewLine, type StoredLine } from './basket-line';

/** A basket to go back to: what `undo` restores. */
export type BasketSnapshot = readonly StoredLine[];

/** A place of the site, for the router. */
export interface Way {
  readonly path: readonly string[];
  readonly queryParams: Readonly<Record<string, string>>;
}

/** What this guest wants to order. Kept on the device for each restaurant, and shared by the browser's tabs. */
@Injectable({ providedIn: 'root' })
export class BasketStore {
  private readonly storage = inject(DeviceStorage);
  private readonly restaurant = inject(RestaurantStore);
  private readonly fulfilment = inject(FulfilmentStore);
  /** Its dishes are changed elsewhere. */
  readonly fixed: boolean = false;
  /** Where its dishes are chosen. */
  readonly origin = computed<Way>(() => this.restaurant.menuLink());
  private readonly content = signal<readonly StoredLine[]>([]);

  readonly lines = this.content.asReadonly();
  readonly count = computed(() => this.content().reduce((sum, { quantity }) => sum + quantity, 0));
  readonly isEmpty = computed(() => this.content().length === 0);
  /** For the API, in the order of `lines`. */
  readonly basketLines = computed(() => this.content().map(toBasketLine));
  /** Priced on this device by the API's own rules; null until there is a menu. */
  readonly priced = computed<PricedBasket<string> | null>(() => this.reckoned()?.priced ?? null);
  readonly problems = computed<readonly BasketProblem[]>(() =>
    this.isEmpty() ? [] : (this.reckoned()?.problems ?? []),
  );
  private readonly quantities = computed(() => {
    const sums = new Map<string, number>();
    for (const { itemId, quantity } of this.content()) sums.set(itemId, (sums.get(itemId) ?? 0) + quantity);
    return sums;
  });
  private readonly reckoned = computed(() => {
    const [index, menu] = [this.restaurant.index(), this.restaurant.menu()];
    if (index === null || menu === null) return null;
    const zone = this.fulfilment.zone();
    const wantedAt = this.fulfilment.time()?.from;
    return priceBasket(
      index,
      { lines: this.basketLines(), fulfilment: this.fulfilment.type(), ...(zone === null ? {} : { zone }) },
      {
        taxRates: menu.taxRates,
        taxInclusive: menu.taxInclusive,
        availability: this.restaurant.availability(),
        now: wantedAt === undefined ? this.restaurant.moment() : this.restaurant.momentAt(Date.parse(wantedAt)),
      },
    );
  });
  private readonly key = computed(() => {
    const id = this.restaurant.location()?.id;
    return id === undefined ? null : `${this.storageName}.${id}`;
  });

  protected get storageName(): string {
    return 'comanda.basket';
  }

  constructor() {
    effect(() => this.load(this.key()));
    this.storage.watch(
      () => this.key(),
      () => this.load(this.key()),
    );
  }

  quantityOf(itemId: string): number {
    return this.quantities().get(itemId) ?? 0;
  }

  find(lineId: string): StoredLine | undefined {
    return this.content().find(({ id }) => id === lineId);
  }

  snapshot(): BasketSnapshot {
    return this.content();
  }

  restore(snapshot: BasketSnapshot): void {
    this.save(snapshot);
  }

  /** Joins a line that is the same but for its quantity. */
  add(line: NewLine): void {
    const twin = this.content().find((each) => sameDish(each, line));
    if (twin !== undefined) return this.setQuantity(twin.id, twin.quantity + line.quantity);
    if (this.content().length < LIMITS.basketLines)
      this.save([...this.content(), { ...line, id: newIdempotencyKey() }]);
  }

  /** A quantity below one removes the line. */
  setQuantity(lineId: string, quantity: number): void {
    const wanted = Math.min(quantity, LIMITS.lineQuantity);
    this.save(
      this.content().flatMap((line) => (line.id !== lineId ? line : wanted < 1 ? [] : { ...line, quantity: wanted })),
    );
  }

  /** Takes one off the line of this dish that came last. */
  takeOne(itemId: string): void {
    const line = this.content().findLast((each) => each.itemId === itemId);
    if (line !== undefined) this.setQuantity(line.id, line.quantity - 1);
  }

  replace(lineId: string, line: NewLine): void {
    this.save(this.content().map((each) => (each.id === lineId ? { ...line, id: lineId } : each)));
  }

  remove(lineId: string): void {
    this.save(this.content().filter(({ id }) => id !== lineId));
  }

  removeAll(lineIds: readonly string[]): void {
    this.save(this.content().filter(({ id }) => !lineIds.includes(id)));
  }

  /** The guest accepts what these lines cost now. */
  agreeTo(prices: ReadonlyMap<string, number>): void {
    this.save(
      this.content().map((line) => {
        const seenMinor = prices.get(line.id);
        return seenMinor === undefined ? line : { ...line, seenMinor };
      }),
    );
  }

  private load(key: string | null): void {
    untracked(() => key !== null && this.content.set(readLines(this.storage.device.read(key))));
  }

  /** What is new in the basket is seen at the price that it has on the menu. */
  private withSeenPrice(line: StoredLine, at: number): StoredLine {
    if (line.seenMinor !== undefined) return line;
    const seenMinor = this.priced()?.lines.find(({ index }) => index === at)?.unitPriceMinor;
    return seenMinor === undefined ? line : { ...line, seenMinor };
  }

  private save(lines: readonly StoredLine[]): void {
    this.content.set(lines);
    this.content.update((each) => each.map((line, at) => this.withSeenPrice(line, at)));
    const key = this.key();
    if (key !== null) this.storage.device.write(key, this.content());
  }
}
