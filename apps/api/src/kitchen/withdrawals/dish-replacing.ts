import { Injectable } from '@nestjs/common';
import type { ReplaceLineRequest } from '@comanda/shared';
import { LIMITS, plainName } from '@comanda/shared';
import { LineChanges, OrderBook, Replacing } from '../../orders/index.js';
import type { Location, Station } from '../../locations/index.js';
import type { OrderLine } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { deriveTicket } from '../domain/derived-ticket.js';
import { fireLines } from '../domain/fire-lines.js';
import { planOf, stationTimes } from '../firing/firing.js';
import { plannedLines, plannedTicket } from '../firing/new-ticket.js';
import { TicketBook } from '../ticket/ticket-book.js';
import type { TicketLineEntity } from '../ticket/ticket-line.entity.js';
import { TicketRepository } from '../ticket/ticket.repository.js';
import type { WholeTicket } from '../ticket/ticket.repository.js';
import { toTicketView } from '../ticket/ticket.view.js';
import { DishChanges, takeBack } from './dish-changes.js';
import type { DishTarget, OpenDish } from './dish-changes.js';
import { Withdrawals } from './withdrawals.js';

export interface ReplacedDish {
  readonly lineId: string;
  readonly differenceMinor: number;
}

interface Fresh extends OpenDish {
  readonly fresh: readonly OrderLine[];
  readonly gone: readonly TicketLineEntity[];
  readonly location: Location;
  readonly stations: readonly Station[];
}

/** Another dish, or other choices, in the place of one that the kitchen has: off the bill and on it, withdrawn and fired, at once. */
@Injectable()
export class DishReplacing {
  constructor(
    private readonly dishes: DishChanges,
    private readonly book: TicketBook,
    private readonly repository: TicketRepository,
    private readonly orders: OrderBook,
    private readonly bill: LineChanges,
    private readonly withdrawals: Withdrawals,
    private readonly replacing: Replacing,
    private readonly clock: Clock,
  ) {}

  /** Throws `invalid_transition`, `price_changed`, and the refusals of placing. */
  async replace(tx: Tx, target: DishTarget, request: ReplaceLineRequest): Promise<ReplacedDish> {
    const open = await this.dishes.open(tx, target);
    const { order, lines, dish, ids } = open;
    const { staff } = target;
    if (dish.kitchenState === 'cancelled') {
      throw new DomainError('invalid_transition', 'This dish is not wanted any more. Order another one anew.');
    }
    const replacement = { staff, order, old: lines.filter(({ id }) => ids.has(id)), line: request.line };
    const snapshot = await this.replacing.open(tx, replacement);
    const item = snapshot.menu.index.items.get(request.line.itemId);
    const named = item && plainName(item.name, snapshot.location.defaultLanguage);
    const gone = takeBack(open, {
      now: this.clock.now(),
      by: staff.name,
      reason: request.reason ?? `${named ?? request.line.itemId} instead`.slice(0, LIMITS.reasonLength),
      ...(request.kitchenAnswer === undefined ? {} : { answer: request.kitchenAnswer }),
    }).flatMap((taken) => taken.lines);
    // First the old dish goes back on the shelf, then the new one is taken from it.
    await this.withdrawals.settle(tx, { ...open, actor: staff.name }, new Set([dish.id]));
    const { lines: fresh, rates } = await this.replacing.take(tx, snapshot, { ...replacement, lines });
    const { location, stations } = snapshot;
    const all = this.#fire(tx, { ...open, fresh, gone, location, stations }, staff.name);
    const actor = staff.name;
    const differenceMinor = this.bill.replace(tx, order, { dish, lines, gone: ids, added: fresh, rates, actor });
    requireExpected(differenceMinor, request);
    this.book.close(tx, { order, lines: [...lines, ...fresh], all }, staff.name);
    return { lineId: fresh[0]?.id ?? '', differenceMinor };
  }

  /** The stations get the new dish, as a pair with the old one where they had it. Gives all tickets of the order. */
  #fire(tx: Tx, change: Fresh, actor: string): WholeTicket[] {
    const { order, all, fresh, gone, dish, location, stations } = change;
    const at = this.clock.now();
    const made = planOf({ order, lines: fresh, location, stations }).map((plan): Made => {
      const known = all.find(({ ticket }) => ticket.stationId === plan.stationId);
      if (!known) return newlyMade(plannedTicket(order, plan, at));
      const place = { ticketId: known.ticket.id, stationId: plan.stationId, position: known.lines.length };
      const replaces = gone.find(({ ticketId }) => ticketId === known.ticket.id)?.id ?? null;
      const lines = plannedLines(plan.lines, place).map((line) => ({ ...line, replaces }));
      known.lines.push(...lines);
      return { whole: known, lines, isNew: false };
    });
    const added = new Set(made.flatMap(({ lines }) => lines.map(({ id }) => id)));
    const waits =
      gone.every(({ withdrawal }) => withdrawal?.before === 'held') || (fresh[0]?.course ?? 1) > dish.course;
    const pace = location.pacing && !order.rush ? 'together' : 'at-once';
    const wholes = made.map(({ whole }) => whole);
    if (!waits) fireLines(wholes, ({ id }) => added.has(id), { at, pace, stationOf: stationTimes(stations) });
    this.#keep(tx, change, made, actor);
    return [...all, ...made.filter(({ isNew }) => isNew).map(({ whole }) => whole)];
  }

  #keep(tx: Tx, { order, all, gone }: Fresh, made: readonly Made[], actor: string): void {
    const withdrawn = new Set(gone.map(({ ticketId }) => ticketId));
    for (const whole of all) {
      const added = made.find((each) => each.whole === whole);
      this.repository.insertLines(tx, added?.lines ?? []);
      if (!added && !withdrawn.has(whole.ticket.id)) continue;
      this.book.keep(tx, order, whole, { type: added ? 'ticket.changed' : 'ticket.withdrawn', actor });
    }
    for (const { whole } of made.filter(({ isNew }) => isNew)) {
      deriveTicket(whole);
      order.ticketCount += 1;
      this.repository.insert(tx, [whole]);
      this.orders.record(tx, order, { type: 'ticket.fired', actor, data: { ticket: toTicketView(whole) } });
    }
  }
}

interface Made {
  readonly whole: WholeTicket;
  /** Those that are new. */
  readonly lines: readonly TicketLineEntity[];
  readonly isNew: boolean;
}

function newlyMade(whole: WholeTicket): Made {
  return { whole, lines: whole.lines, isNew: true };
}

function requireExpected(actual: number, { expectedDifferenceMinor: expected }: ReplaceLineRequest): void {
  if (expected === undefined || expected === actual) return;
  const detail = 'The difference in price is another now. Tell the guest and send it again.';
  throw new DomainError('price_changed', detail, [
    { pointer: '/expectedDifferenceMinor', code: 'price_changed', detail, limit: actual, actual: expected },
  ]);
}
