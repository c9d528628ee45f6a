import { Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { PlaceOrderRequest, PlacedOrderView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { apiUrl } from '../../core/api/api-url';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { PublicApi } from '../../core/api/public-api';
import { DeviceStorage } from '../../core/device/device-storage';
import { Toasts } from '../../ui/toast/toasts';
import { Allergies } from '../allergies/allergies';
import { BasketStore } from '../basket/basket-store';
import { PastOrder } from '../reorder/past-order';
import { LastOrder } from '../tracking/last-order';
import { RestaurantStore } from '../restaurant/restaurant-store';

/** One wish to order. Its key outlives reloads, so that however often it is sent, it makes one order. */
interface Attempt {
  readonly key: string;
  /** Null until the guest pressed the button; from then on frozen until the restaurant answered. */
  readonly sent: SentOrder | null;
}

interface SentOrder {
  readonly locationId: string;
  readonly request: PlaceOrderRequest;
  /** Lines of the basket that leave it when the order is placed. */
  readonly lineIds: readonly string[];
}

/** `checking`: no answer came, we ask again by ourselves. `unanswered`: the guest has to ask. */
export type PlacementState = 'idle' | 'sending' | 'checking' | 'unanswered' | 'refused';

const RETRY_AFTER_MS = [2_000, 3_000, 5_000, 8_000, 13_000];

/** Places the order exactly once: a double tap, a reload or a lost answer cannot make a second. */
@Injectable({ providedIn: 'root' })
export class Placement {
  protected readonly api = inject(PublicApi);
  private readonly storage = inject(DeviceStorage).tab;
  private readonly allergies = inject(Allergies);
  private readonly basket = inject(BasketStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly lastOrder = inject(LastOrder);
  private readonly past = inject(PastOrder);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);
  private readonly current = signal<PlacementState>('idle');
  private readonly refusal = signal<ApiProblem | null>(null);
  private readonly refusedTotal = signal<number | null>(null);
  private attempt: Attempt = readAttempt(this.storage.read(this.storageName)) ?? freshAttempt();

  readonly state = this.current.asReadonly();
  /** Why the restaurant said no; null otherwise. */
  readonly problem = this.refusal.asReadonly();
  /** The total that the guest had agreed to when the restaurant said no. */
  readonly agreedTotalMinor = this.refusedTotal.asReadonly();
  readonly busy = computed(() => this.current() === 'sending' || this.current() === 'checking');
  /** True while an order may exist of which this device does not know: then nothing else can be ordered. */
  readonly pending = computed(() => this.busy() || this.current() === 'unanswered');

  /** Keeps the key of this visit, and asks again about an order that was sent before the page was reloaded. */
  prepare(): void {
    if (this.pending()) return;
    this.keep(this.attempt);
    if (this.attempt.sent !== null) void this.send(this.attempt.key, this.attempt.sent, 'checking');
  }

  async place(wish: PlaceOrderRequest): Promise<void> {
    const locationId = this.restaurant.location()?.id;
    if (this.pending() || locationId === undefined) return;
    const request = { ...wish, ...this.allergies.withOrder() };
    const sent = { locationId, request, lineIds: this.basket.lines().map(({ id }) => id) };
    this.keep({ key: this.attempt.key, sent });
    this.toasts.clear();
    await this.send(this.attempt.key, sent, 'sending');
  }

  /** Asks again, with the same key and the same order. */
  async askAgain(): Promise<void> {
    const { key, sent } = this.attempt;
    if (!this.busy() && sent !== null) await this.send(key, sent, 'checking');
  }

  /** The guest has read why it was refused. */
  forgetRefusal(): void {
    if (this.current() !== 'refused') return;
    this.current.set('idle');
    this.refusal.set(null);
  }

  protected get storageName(): string {
    return 'comanda.placement';
  }

  protected ask(idempotencyKey: string, locationId: string, request: PlaceOrderRequest): Promise<PlacedOrderView> {
    return this.api.post<PlacedOrderView>(apiUrl('/locations', locationId, 'orders'), request, { idempotencyKey });
  }

  private async send(key: string, sent: SentOrder, state: PlacementState): Promise<void> {
    this.current.set(state);
    this.refusal.set(null);
    for (const wait of [...RETRY_AFTER_MS, null]) {
      const outcome = await this.sendOnce(key, sent);
      if (outcome === 'answered') return;
      if (wait === null) break;
      this.current.set('checking');
      await new Promise((resume) => setTimeout(resume, wait));
    }
    this.current.set('unanswered');
  }

  private async sendOnce(key: string, { locationId, request, lineIds }: SentOrder): Promise<'answered' | 'lost'> {
    try {
      await this.succeed(await this.ask(key, locationId, request), lineIds);
      return 'answered';
    } catch (error) {
      const problem = toApiProblem(error);
      if (problem.answerLost) return 'lost';
      this.refuse(problem, request);
      return 'answered';
    }
  }

  private async succeed(order: PlacedOrderView, lineIds: readonly string[]): Promise<void> {
    this.renew();
    this.lastOrder.remember(order);
    this.rememberLines(order.location.id, lineIds);
    this.announcer.polite($localize`:@@guest.placed.announced:Order ${order.number}:number: placed.`);
    await this.router.navigate(['/o', order.trackingToken]);
    // Only now: a checkout whose basket empties under it would go back to the menu.
    this.basket.removeAll(lineIds);
    this.current.set('idle');
  }

  private rememberLines(locationId: string, lineIds: readonly string[]): void {
    const index = this.restaurant.index();
    const lines = this.basket.lines().filter(({ id }) => lineIds.includes(id));
    this.past.remember(locationId, lines, (itemId) => index?.items.get(itemId)?.name ?? itemId);
  }

  /** The answer is stored under the key, so whatever is mended and sent next needs a new one. */
  private refuse(problem: ApiProblem, request: PlaceOrderRequest): void {
    this.renew();
    this.refusal.set(problem);
    this.refusedTotal.set(request.expectedTotalMinor ?? null);
    this.current.set('refused');
    this.restaurant.refreshAll();
  }

  private renew(): void {
    this.keep(freshAttempt());
  }

  private keep(attempt: Attempt): void {
    this.attempt = attempt;
    this.storage.write(this.storageName, attempt);
  }
}

function freshAttempt(): Attempt {
  return { key: newIdempotencyKey(), sent: null };
}

/** We wrote it ourselves; anything else in its place is dropped. */
function readAttempt(stored: unknown): Attempt | null {
  if (typeof stored !== 'object' || stored === null || !('key' in stored) || typeof stored.key !== 'string')
    return null;
  const sent = 'sent' in stored && typeof stored.sent === 'object' ? stored.sent : null;
  const whole =
    sent !== null && 'locationId' in sent && 'request' in sent && 'lineIds' in sent && Array.isArray(sent.lineIds);
  return { key: stored.key, sent: whole ? (sent as SentOrder) : null };
}
