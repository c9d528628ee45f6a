import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { GroupBasketView, GroupLine, GroupMembershipView, GroupPersonView } from '@comanda/shared';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { Connectivity } from '../../core/device/connectivity';
import { BasketStore } from '../basket/basket-store';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { GroupApi } from './group-api';
import { sameLines, toGroupLine, toStoredLines } from './group-lines';
import { GroupPlace, type GroupPlaceFacts } from './group-place';

const EVERY_MS = 3_000;
const REST_MS = 300;

/**
 * The basket of the group: asked for every few seconds while somebody looks. This device's own basket is its person's
 * part: what changes here is sent, what the host changes comes back.
 */
@Injectable({ providedIn: 'root' })
export class GroupStore {
  private readonly api = inject(GroupApi);
  private readonly place = inject(GroupPlace);
  private readonly basket = inject(BasketStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly router = inject(Router);
  private readonly online = inject(Connectivity).online;
  private readonly watched = signal<string | null>(null);
  private readonly watchers = signal(0);
  private readonly known = signal<GroupBasketView | null>(null);
  private readonly problem = signal<ApiProblem | null>(null);
  private sending = false;

  readonly view = this.known.asReadonly();
  /** Why the last look gave nothing; null when it did. */
  readonly failure = this.problem.asReadonly();
  readonly mine = computed(() => {
    const place = this.place.place();
    return place !== null && place.groupToken === this.watched() ? place : null;
  });
  readonly self = computed(() => this.known()?.people.find(({ id }) => id === this.mine()?.personId) ?? null);
  readonly isHost = computed(() => this.self()?.isHost ?? false);
  /** Nothing more will happen to it. */
  readonly over = computed(() => {
    const state = this.known()?.state;
    return state === 'ordered' || state === 'expired' || this.problem()?.code === 'not_found';
  });

  constructor() {
    effect((onCleanup) => {
      const token = this.watched();
      if (token === null || this.watchers() === 0 || !this.online() || this.over()) return;
      untracked(() => void this.look());
      const timer = setInterval(() => document.visibilityState === 'visible' && void this.look(), EVERY_MS);
      onCleanup(() => clearInterval(timer));
    });
    effect((onCleanup) => {
      this.basket.lines();
      this.known();
      this.mine();
      const timer = setTimeout(() => void this.agree(), REST_MS);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      const view = this.known();
      if (view?.trackingToken !== undefined && this.watchers() > 0) untracked(() => this.follow(view));
    });
  }

  /** Follows the group as long as the caller lives. */
  watch(groupToken: () => string | null): void {
    this.watchers.update((count) => count + 1);
    inject(DestroyRef).onDestroy(() => this.watchers.update((count) => count - 1));
    effect(() => {
      const token = groupToken();
      untracked(() => {
        if (token === this.watched()) return;
        this.known.set(null);
        this.problem.set(null);
        this.watched.set(token);
      });
    });
  }

  async open(locationId: string, name: string): Promise<string> {
    const opened = await this.api.open(locationId, name);
    this.enter(opened);
    return opened.groupToken;
  }

  async join(groupToken: string, name: string): Promise<void> {
    this.enter(await this.api.join(groupToken, name));
  }

  async look(): Promise<void> {
    const token = this.watched();
    if (token === null) return;
    try {
      const view = await this.api.look(token);
      if (this.watched() !== token) return;
      this.problem.set(null);
      if (view !== null) this.known.set(view);
      else void this.agree();
    } catch (error) {
      if (this.watched() === token) this.problem.set(toApiProblem(error));
    }
  }

  /** Another quantity of somebody's dish; below one it is gone. Throws an ApiProblem. */
  async setQuantity(person: GroupPersonView, line: GroupLine, quantity: number): Promise<void> {
    if (person.id === this.mine()?.personId) return this.basket.setQuantity(line.id, quantity);
    const lines = person.lines.flatMap((each) =>
      each.id !== line.id ? toGroupLine(each) : quantity < 1 ? [] : { ...toGroupLine(each), quantity },
    );
    await this.change(person, lines);
  }

  async lock(locked: boolean): Promise<void> {
    const mine = this.mine();
    if (mine === null) return;
    await this.agree();
    await this.api.lock(mine.memberToken, locked);
    await this.look();
  }

  private enter({ groupToken, memberToken, personId, basket }: GroupMembershipView): void {
    const version = basket.people.find(({ id }) => id === personId)?.version ?? 1;
    this.place.keep({ groupToken, memberToken, personId, locationId: basket.locationId, version });
    this.watched.set(groupToken);
    this.known.set(basket);
  }

  private async change(person: GroupPersonView, lines: readonly GroupLine[]): Promise<void> {
    const mine = this.mine();
    if (mine === null) return;
    try {
      this.known.set(await this.api.change(mine.memberToken, { personId: person.id, version: person.version, lines }));
    } catch (error) {
      await this.look();
      throw error;
    }
  }

  /** Brings this device's basket and its person's part in line: what the restaurant has newer wins, else it is sent. */
  private async agree(): Promise<void> {
    const [mine, self, view] = [this.mine(), this.self(), this.known()];
    if (mine === null || self === null || view === null || this.sending) return;
    // Another restaurant's basket is on screen, or the answer was overtaken by a change of ours.
    if (mine.locationId !== this.restaurant.location()?.id || self.version < mine.version) return;
    if (self.version > mine.version || view.state !== 'open') return this.adopt(self);
    if (!sameLines(this.basket.lines(), self.lines)) await this.send(mine, self);
  }

  private async send(mine: GroupPlaceFacts, { id: personId, version }: GroupPersonView): Promise<void> {
    this.sending = true;
    try {
      const lines = this.basket.lines().map(toGroupLine);
      const answer = await this.api.change(mine.memberToken, { personId, version, lines });
      this.place.keep({ ...mine, version: version + 1 });
      this.known.set(answer);
    } catch (error) {
      // Refused: what the restaurant has is what counts. Not heard: it is sent again with the next look.
      if (!toApiProblem(error).answerLost) await this.look();
    } finally {
      this.sending = false;
    }
  }

  private adopt(self: GroupPersonView): void {
    const mine = this.mine();
    if (mine !== null && mine.version !== self.version) this.place.keep({ ...mine, version: self.version });
    const lines = this.basket.lines();
    if (!sameLines(lines, self.lines)) this.basket.restore(toStoredLines(self.lines, lines));
  }

  /** The order is placed: what was chosen is the kitchen's, and everybody follows it. */
  private follow({ trackingToken = '' }: GroupBasketView): void {
    if (this.mine() !== null) {
      this.place.forget();
      this.basket.restore([]);
    }
    void this.router.navigate(['/o', trackingToken], { replaceUrl: true });
  }
}
