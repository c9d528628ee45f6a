import { Injectable } from '@nestjs/common';
import type { ChangeLineRequest, WithdrawLineRequest } from '@comanda/shared';
import { LocationDirectory } from '../../locations/index.js';
import { LineChanges } from '../../orders/index.js';
import type { OrderLine } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { dishesOf } from '../domain/kitchen-states.js';
import { fireLines } from '../domain/fire-lines.js';
import type { Withdrawing } from '../domain/withdrawing.js';
import type { PassTarget } from '../firing/coursing.js';
import { stationTimes } from '../firing/firing.js';
import { lineOnceMore } from '../firing/new-ticket.js';
import { TicketBook } from '../ticket/ticket-book.js';
import type { OpenTickets } from '../ticket/ticket-book.js';
import { TicketRepository } from '../ticket/ticket.repository.js';
import type { WholeTicket } from '../ticket/ticket.repository.js';
import type { TicketLineEntity } from '../ticket/ticket-line.entity.js';
import { withdrawFrom, Withdrawals } from './withdrawals.js';

export interface DishTarget extends PassTarget {
  readonly lineId: string;
}

export interface OpenDish extends OpenTickets {
  readonly dish: OrderLine;
  /** The dish and its options. */
  readonly ids: ReadonlySet<string>;
}

/** One dish of an order that the kitchen has already: it is not wanted any more, or wanted otherwise. */
@Injectable()
export class DishChanges {
  constructor(
    private readonly book: TicketBook,
    private readonly repository: TicketRepository,
    private readonly bill: LineChanges,
    private readonly withdrawals: Withdrawals,
    private readonly locations: LocationDirectory,
    private readonly clock: Clock,
  ) {}

  /** The dish leaves the bill at once and the boards when the cooks have acknowledged it. */
  async withdraw(tx: Tx, target: DishTarget, { reason, kitchenAnswer: answer }: WithdrawLineRequest): Promise<void> {
    const open = await this.open(tx, target);
    const { order, lines, dish, ids } = open;
    const actor = target.staff.name;
    if (dish.kitchenState === 'cancelled') return;
    if (lines.every((line) => line.parentId !== null || ids.has(line.id) || line.kitchenState === 'cancelled')) {
      throw new DomainError('invalid_transition', 'It is the last dish. Cancel the order instead.');
    }
    const withdrawing = { now: this.clock.now(), by: actor, reason, ...(answer === undefined ? {} : { answer }) };
    for (const { whole } of takeBack(open, withdrawing)) {
      this.book.keep(tx, order, whole, { type: 'ticket.withdrawn', actor });
    }
    this.bill.takeOff(tx, order, lines, ids, actor);
    this.book.close(tx, open, actor);
    await this.withdrawals.settle(tx, { ...open, actor }, new Set([dish.id]));
  }

  /** Every station that makes the dish gets it once more with the new words, as a pair with what it had. */
  async change(tx: Tx, target: DishTarget, { note }: ChangeLineRequest): Promise<void> {
    const open = await this.open(tx, target);
    const { order, all, dish } = open;
    const actor = target.staff.name;
    if (dish.note === note) return;
    const now = this.clock.now();
    const stations = await this.locations.stations(order.locationId, tx.manager);
    const times = { at: now, pace: 'at-once' as const, stationOf: stationTimes(stations) };
    const made = all.filter((whole) => {
      const old = withdrawFrom(whole, { now, by: actor, reason: note }, ({ orderLineId }) => orderLineId === dish.id);
      for (const line of old) {
        const fresh = { ...lineOnceMore(line, whole.lines), note, replaces: line.id };
        whole.lines.push(fresh);
        if (line.withdrawal?.before !== 'held') fireLines([whole], ({ id }) => id === fresh.id, times);
        this.repository.insertLines(tx, [fresh]);
      }
      return old.length > 0;
    });
    if (made.length === 0) throw new DomainError('invalid_transition', 'The guest has this dish already.');
    for (const whole of made) this.book.keep(tx, order, whole, { type: 'ticket.changed', actor });
    this.bill.say(tx, order, dish, note, actor);
    this.book.close(tx, open, actor);
  }

  /** Throws `not_found`, and `invalid_transition` when the kitchen does not have the order. */
  async open(tx: Tx, { orderId, lineId, staff, version }: DishTarget): Promise<OpenDish> {
    const expected = { locationId: staff.locationId, ...(version === undefined ? {} : { version }) };
    const { order, all, lines } = await this.book.open(tx, orderId, expected);
    const dish = lines.find(({ id, parentId }) => id === lineId && parentId === null);
    if (!dish) throw new DomainError('not_found', 'There is no such dish in this order.');
    if (order.state !== 'in-kitchen' && order.state !== 'ready') {
      throw new DomainError('invalid_transition', `The order is ${order.state}: the kitchen does not have it.`);
    }
    const ids = new Set([...dishesOf(lines)].filter(([, id]) => id === lineId).map(([id]) => id));
    return { order, all, lines, dish, ids };
  }
}

interface TakenBack {
  readonly whole: WholeTicket;
  readonly lines: readonly TicketLineEntity[];
}

/** Takes a dish back from every station that makes a part of it. Throws `invalid_transition` when the guest has it. */
export function takeBack({ all, ids }: OpenDish, withdrawing: Withdrawing): TakenBack[] {
  const taken = all.flatMap((whole) => {
    const lines = withdrawFrom(whole, withdrawing, ({ orderLineId }) => ids.has(orderLineId));
    return lines.length > 0 ? [{ whole, lines }] : [];
  });
  if (taken.length === 0) throw new DomainError('invalid_transition', 'The guest has this dish already.');
  return taken;
}
