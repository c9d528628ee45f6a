import { Injectable } from '@nestjs/common';
import { LocationDirectory } from '../../locations/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { fireLines } from '../domain/fire-lines.js';
import { isRushed, rush } from '../domain/rushing.js';
import { TicketBook } from '../ticket/ticket-book.js';
import { stationTimes } from './firing.js';

/** An order at the pass, by whom it is changed, and at which version it was seen. */
export interface PassTarget {
  readonly orderId: string;
  readonly staff: Staff;
  readonly version?: number;
}

/** What the pass decides: when the next course is made, and which order goes before the others. */
@Injectable()
export class Coursing {
  constructor(
    private readonly book: TicketBook,
    private readonly locations: LocationDirectory,
    private readonly clock: Clock,
  ) {}

  /** Fires what is held for a course; one that is fired already is left as it is. Throws `not_found`. */
  async fire(tx: Tx, { orderId, staff, version }: PassTarget, course: number): Promise<void> {
    const { locationId, name: actor } = staff;
    const open = await this.book.openStates(tx, orderId, { locationId, ...(version === undefined ? {} : { version }) });
    if (!open.all.some(({ lines }) => lines.some((line) => line.course === course))) {
      throw new DomainError('not_found', 'The order has no such course.');
    }
    const location = await this.locations.get(locationId, tx.manager);
    const stations = await this.locations.stations(locationId, tx.manager);
    const touched = fireLines(open.all, (line) => line.course === course, {
      at: this.clock.now(),
      pace: location.pacing && !open.order.rush ? 'together' : 'at-once',
      stationOf: stationTimes(stations),
    });
    if (touched.length === 0) return;
    for (const whole of touched) this.book.keep(tx, open.order, whole, { type: 'ticket.course-fired', actor });
    this.book.close(tx, open, actor);
  }

  /** `rush`: the order goes before the others, and nothing of it waits for a slower dish any more. */
  async setRush(tx: Tx, { orderId, staff, version }: PassTarget, wanted: 'rush' | 'calm'): Promise<void> {
    const { locationId, name: actor } = staff;
    const open = await this.book.openStates(tx, orderId, { locationId, ...(version === undefined ? {} : { version }) });
    const { order } = open;
    if (order.rush === (wanted === 'rush')) return;
    if (open.all.length === 0) throw new DomainError('invalid_transition', 'The order is not in the kitchen.');
    order.rush = wanted === 'rush';
    const stationOf = stationTimes(await this.locations.stations(locationId, tx.manager));
    for (const whole of open.all) {
      if (isRushed(whole) === order.rush) continue;
      rush(whole, { rush: order.rush, now: this.clock.now(), station: stationOf(whole.ticket.stationId) });
      this.book.keep(tx, order, whole, { type: 'ticket.rushed', actor });
    }
    this.book.close(tx, open, actor);
  }
}
