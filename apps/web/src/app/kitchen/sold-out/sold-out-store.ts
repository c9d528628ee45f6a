import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { addDays, instantOf, localMoment } from '@comanda/shared';
import type { AvailabilityView, MenuDocument } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { Clock } from '../../core/time/clock';
import { KitchenPlace } from '../kitchen-place';
import { refusalWords } from '../ticket/refusal-words';
import { sellables, type Sellable } from './sellable';

/** The night is over at four: what is gone until tomorrow comes back before anybody orders lunch. */
const TOMORROW_MINUTE = 4 * 60;

/** What is on sale and what is not, and the ways to change it from the kitchen. */
@Injectable()
export class SoldOutStore {
  private readonly api = inject(ApiClient);
  private readonly place = inject(KitchenPlace);
  private readonly clock = inject(Clock);
  private readonly asked = signal(false);
  private readonly menu = httpResource<MenuDocument>(() => this.path('menu-document'));
  private readonly picture = httpResource<AvailabilityView>(() => this.path('availability'));
  private readonly availability = linkedSignal<AvailabilityView | null>(() =>
    this.picture.hasValue() ? this.picture.value() : null,
  );
  private readonly refused = signal<string | null>(null);

  readonly failure = computed(() => {
    const error = this.menu.error() ?? this.picture.error();
    return error === undefined ? this.refused() : refusalWords(toApiProblem(error));
  });
  /** Null while they are on their way. */
  readonly dishes = computed(() => {
    const availability = this.availability();
    return this.menu.hasValue() && availability !== null ? sellables(this.menu.value(), availability) : null;
  });

  /** Fetches what is true now. */
  ask(): void {
    this.refused.set(null);
    if (!this.asked()) return this.asked.set(true);
    this.menu.reload();
    this.picture.reload();
  }

  /** True when it is done. */
  suspend(dish: Sellable, until: 'tomorrow' | 'lifted'): Promise<boolean> {
    return this.run(this.api.put(this.url('suspensions', dish), until === 'lifted' ? {} : { until: this.tomorrow() }));
  }

  lift(dish: Sellable): Promise<boolean> {
    return this.run(this.api.delete(this.url('suspensions', dish)));
  }

  count(dish: Sellable, remaining: number): Promise<boolean> {
    return this.run(this.api.put(this.url('countdowns', dish), { remaining }));
  }

  private async run(answer: Promise<AvailabilityView>): Promise<boolean> {
    this.refused.set(null);
    try {
      this.availability.set(await answer);
      return true;
    } catch (error) {
      this.refused.set(refusalWords(toApiProblem(error)));
      return false;
    }
  }

  /** After midnight "tomorrow" still means when this night is over. */
  private tomorrow(): string {
    const timezone = this.place.timezone();
    const { date, minute } = localMoment(this.clock.now(), timezone);
    const day = minute < TOMORROW_MINUTE ? date : addDays(date, 1);
    return new Date(instantOf(day, TOMORROW_MINUTE, timezone)).toISOString();
  }

  private url(what: string, { id }: Sellable): string {
    return apiUrl('/locations', this.place.locationId() ?? '', what, 'item', id);
  }

  private path(what: string): string | undefined {
    const id = this.place.locationId();
    return id === null || !this.asked() ? undefined : apiUrl('/locations', id, what);
  }
}
