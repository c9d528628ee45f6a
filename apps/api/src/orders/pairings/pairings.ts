import { Injectable } from '@nestjs/common';
import { LocationDirectory } from '../../locations/index.js';
import { Clock } from '../../platform/clock/index.js';
import { ReadyAnswer } from '../../platform/http/index.js';
import { countPairings } from '../domain/count-pairings.js';
import { OrderRepository } from '../order.repository.js';

/** What was ordered in the last weeks; a kitchen changes its menu. */
const ORDERS = 2000;
/** Counting reads thousands of rows, and a habit does not change by the minute. */
const KEPT_MS = 600_000;
const MOST_LOCATIONS = 1000;

interface Counted {
  readonly untilMs: number;
  readonly answer: Promise<ReadyAnswer>;
}

/** Which dishes of a restaurant are often ordered together, counted anew now and then while somebody asks. */
@Injectable()
export class Pairings {
  readonly #counted = new Map<string, Counted>();

  constructor(
    private readonly locations: LocationDirectory,
    private readonly repository: OrderRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found`. */
  async of(locationId: string): Promise<ReadyAnswer> {
    await this.locations.recent(locationId);
    const known = this.#counted.get(locationId);
    if (known && known.untilMs > this.clock.now()) return known.answer;
    if (this.#counted.size >= MOST_LOCATIONS) this.#counted.clear();
    const counted = { untilMs: this.clock.now() + KEPT_MS, answer: this.#count(locationId) };
    this.#counted.set(locationId, counted);
    counted.answer.catch(() => this.#counted.delete(locationId));
    return counted.answer;
  }

  async #count(locationId: string): Promise<ReadyAnswer> {
    const dishes = await this.repository.listDishesOfLatest(locationId, ORDERS);
    const byOrder = Map.groupBy(dishes, ({ orderId }) => orderId);
    const view = countPairings([...byOrder.values()].map((lines) => new Set(lines.map(({ itemId }) => itemId))));
    return ReadyAnswer.json(view);
  }
}
