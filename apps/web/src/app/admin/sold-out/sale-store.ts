import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { AvailabilityView, CountdownView, MenuDocument, SuspensionView } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';
import { Clock } from '../../core/time/clock';
import { OfficeFeed } from '../live/office-feed';
import { keyOf, targetsOf, type SaleTarget } from './menu-targets';

export interface OffSaleRow {
  readonly target: SaleTarget;
  readonly suspension: SuspensionView;
  /** What else is off sale for want of the same ingredient. */
  readonly fallsWith: readonly string[];
}

export interface CountedRow {
  readonly target: SaleTarget;
  readonly remaining: number;
}

export interface SuspendRequest {
  readonly until?: string;
  readonly reason?: string;
}

const NOTHING: AvailabilityView = { version: 0, suspensions: [], countdowns: [] };

/** What is off sale and what runs low, live, and the ways to change it. */
@Injectable()
export class SaleStore {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(Clock);
  private readonly base = computed(() => {
    const id = this.session.locationId();
    return id === null ? undefined : apiUrl('/locations', id);
  });
  private readonly menus = httpResource<MenuDocument>(() => this.path('menu-document'));
  private readonly pictures = httpResource<AvailabilityView>(() => this.path('availability'));
  private readonly known = linkedSignal<AvailabilityView | null, AvailabilityView | null>({
    source: () => (this.pictures.hasValue() ? this.pictures.value() : null),
    computation: (fresh, previous) => newest(fresh, previous?.value ?? null),
  });
  private readonly knownMenu = linkedSignal<MenuDocument | null, MenuDocument | null>({
    source: () => (this.menus.hasValue() ? this.menus.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });

  readonly document = this.knownMenu.asReadonly();
  readonly availability = computed(() => this.known() ?? NOTHING);
  readonly loaded = computed(() => this.known() !== null && this.knownMenu() !== null);
  readonly failure = computed(() => {
    const error = this.pictures.error() ?? this.menus.error();
    return error === undefined ? null : toApiProblem(error);
  });
  readonly targets = computed(() => {
    const document = this.knownMenu();
    return document === null ? [] : targetsOf(document);
  });
  private readonly byKey = computed(() => new Map(this.targets().map((target) => [keyOf(target), target])));

  /** The latest first. What has ended by itself is gone without news from the server. */
  readonly offSale = computed<readonly OffSaleRow[]>(() => {
    const now = this.clock.now();
    const active = this.availability().suspensions.filter(
      ({ until }) => until === undefined || Date.parse(until) > now,
    );
    return active
      .map((suspension) => ({
        target: this.targetOf(suspension),
        suspension,
        fallsWith: active
          .filter((other) => sharesIngredient(suspension, other))
          .map((each) => this.targetOf(each).name),
      }))
      .sort((one, other) => other.suspension.since.localeCompare(one.suspension.since));
  });
  /** Portions that are counted and not yet gone, the fewest first. */
  readonly counted = computed<readonly CountedRow[]>(() =>
    this.availability()
      .countdowns.filter(({ remaining }) => remaining > 0)
      .map((countdown) => ({ target: this.targetOf(countdown), remaining: countdown.remaining }))
      .sort((one, other) => one.remaining - other.remaining),
  );
  readonly offKeys = computed(() => new Set(this.offSale().map(({ target }) => keyOf(target))));

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ type }) => {
        if (type === 'availability.changed') this.pictures.reload();
        if (type === 'menu.published') this.menus.reload();
      },
      onRefetch: () => this.reload(),
    });
    inject(DestroyRef).onDestroy(stop);
  }

  reload(): void {
    this.menus.reload();
    this.pictures.reload();
  }

  /** Each throws an ApiProblem. */
  suspend(target: SaleTarget, request: SuspendRequest): Promise<void> {
    return this.change(this.api.put(this.targetUrl('suspensions', target), request));
  }

  lift(target: SaleTarget): Promise<void> {
    return this.change(this.api.delete(this.targetUrl('suspensions', target)));
  }

  count(target: SaleTarget, remaining: number): Promise<void> {
    return this.change(this.api.put(this.targetUrl('countdowns', target), { remaining }));
  }

  uncount(target: SaleTarget): Promise<void> {
    return this.change(this.api.delete(this.targetUrl('countdowns', target)));
  }

  private async change(answer: Promise<AvailabilityView>): Promise<void> {
    const availability = await answer;
    this.known.update((known) => newest(availability, known));
  }

  private targetOf({ targetKind, targetId }: SuspensionView | CountdownView): SaleTarget {
    const gone = { kind: targetKind, id: targetId, name: 'No longer on the menu', context: targetId, itemId: null };
    return this.byKey().get(keyOf({ kind: targetKind, id: targetId })) ?? gone;
  }

  private targetUrl(what: string, { kind, id }: SaleTarget): string {
    return `${this.base() ?? ''}/${what}/${kind}/${encodeURIComponent(id)}`;
  }

  private path(what: string): string | undefined {
    const base = this.base();
    return base === undefined ? undefined : `${base}/${what}`;
  }
}

/** True when both lack an ingredient of one name; a reason names them, parted by commas. */
function sharesIngredient(one: SuspensionView, other: SuspensionView): boolean {
  if (one === other || one.cause !== 'ingredient' || other.cause !== 'ingredient') return false;
  const names = one.reason?.split(', ') ?? [];
  return other.reason?.split(', ').some((name) => names.includes(name)) ?? false;
}

function newest(fresh: AvailabilityView | null, known: AvailabilityView | null): AvailabilityView | null {
  if (fresh === null || known === null) return fresh ?? known;
  return fresh.version >= known.version ? fresh : known;
}
