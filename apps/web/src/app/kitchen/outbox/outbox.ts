import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { TicketView } from '@comanda/shared';
import { toApiProblem } from '../../core/api/api-problem';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { StaffSession } from '../../core/session/staff-session';
import { SessionStore } from '../../core/session/session-store';
import { KitchenApi } from '../kitchen-api';
import type { CookWish } from './cook-wish';
import { OutboxStore } from './outbox-store';
import { WishRefused, WishWithdrawn } from './wish-ends';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 8_000;

/** A wish on its way, and what the server will say to it. It settles only with an answer: no network is no answer. */
export interface Posted {
  readonly wish: CookWish;
  readonly answer: Promise<Answered>;
}

export interface Answered {
  readonly ticket: TicketView;
  /** An answer was lost before this one came. */
  readonly repeated: boolean;
}

/**
 * Wishes of the cooks on their way to the server, those for one ticket in the order of the taps. What cannot arrive waits
 * here, and on the device, until it can.
 */
@Injectable({ providedIn: 'root' })
export class Outbox {
  private readonly api = inject(KitchenApi);
  private readonly store = inject(OutboxStore);
  private readonly session = inject(SessionStore);
  private readonly staffSession = inject(StaffSession);
  private readonly stuck = signal<readonly CookWish[]>([]);
  private readonly chains = new Map<string, Promise<unknown>>();
  private readonly versions = new Map<string, number>();
  private readonly withdrawn = new Set<string>();
  private readonly sleepers = new Set<() => void>();
  private readonly left: Posted[];

  /** Wishes that found no server; they are tried again and again. */
  readonly waiting = this.stuck.asReadonly();
  readonly count = computed(() => this.stuck().length);

  constructor() {
    const wake = (): void => this.wake();
    window.addEventListener('online', wake);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('online', wake));
    this.left = this.store.all().map((wish) => {
      this.stuck.update((wishes) => [...wishes, wish]);
      return this.post(wish, () => this.store.has(wish.key));
    });
  }

  /** What was still on its way when this page was loaded. */
  leftovers(locationId: string): readonly Posted[] {
    return this.left.filter(({ wish }) => wish.locationId === locationId);
  }

  send(facts: Omit<CookWish, 'key' | 'at'>): Posted {
    const wish = { ...facts, key: newIdempotencyKey(), at: new Date().toISOString() };
    this.store.add(wish);
    return this.post(wish, () => true);
  }

  /** Takes back what has not arrived. True when the wish can have no effect any more. */
  withdraw(ticketId: string, command: CookWish['command']): boolean {
    const wish = this.stuck().find((each) => each.ticketId === ticketId && each.command === command);
    if (wish === undefined) return false;
    this.withdrawn.add(wish.key);
    this.forget(wish);
    this.wake();
    return true;
  }

  /** The server has been heard: whoever waits tries at once. */
  wake(): void {
    for (const sleeper of this.sleepers) sleeper();
  }

  private post(wish: CookWish, stillWanted: () => boolean): Posted {
    const before = this.chains.get(wish.ticketId) ?? Promise.resolve();
    const follows = this.chains.has(wish.ticketId);
    const answer = before.catch(() => undefined).then(() => this.deliver(wish, follows, stillWanted));
    this.chains.set(wish.ticketId, answer);
    const end = (): void => {
      this.forget(wish);
      if (this.chains.get(wish.ticketId) !== answer) return;
      this.chains.delete(wish.ticketId);
      this.versions.delete(wish.ticketId);
    };
    answer.then(end, end);
    return { wish, answer };
  }

  private async deliver(wish: CookWish, follows: boolean, stillWanted: () => boolean): Promise<Answered> {
    for (let attempt = 0; ; attempt += 1) {
      if (this.withdrawn.has(wish.key) || !stillWanted()) throw new WishWithdrawn(attempt > 0);
      try {
        await this.knowWhoWeAre();
        const ticket = await this.api.send(this.brought(wish, follows));
        this.versions.set(wish.ticketId, ticket.version);
        if (!this.withdrawn.has(wish.key)) return { ticket, repeated: attempt > 0 };
      } catch (error) {
        const problem = toApiProblem(error);
        if (this.withdrawn.has(wish.key)) throw new WishWithdrawn(true);
        if (!problem.answerLost) throw new WishRefused(problem, attempt > 0);
        this.stuck.update((wishes) => (wishes.some(({ key }) => key === wish.key) ? wishes : [...wishes, wish]));
        await this.sleep(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt));
      }
    }
  }

  /** What this screen has done to the ticket itself makes it newer than it was at the tap. */
  private brought(wish: CookWish, follows: boolean): CookWish {
    const version = this.versions.get(wish.ticketId);
    return follows && wish.seen !== undefined && version !== undefined ? { ...wish, seen: version } : wish;
  }

  /** A screen that was opened without the server has no token yet. */
  private async knowWhoWeAre(): Promise<void> {
    if (this.session.csrfToken() === '') await this.staffSession.ask();
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const awake = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(awake);
        resolve();
      };
      const timer = setTimeout(awake, ms);
      this.sleepers.add(awake);
    });
  }

  private forget({ key }: CookWish): void {
    this.store.remove(key);
    this.stuck.update((wishes) => wishes.filter((wish) => wish.key !== key));
  }
}
