import { Injectable } from '@nestjs/common';
import type { AcknowledgeRequest, KitchenAnswer, TicketView } from '@comanda/shared';
import { OrderBook, OrderHooks, Settling } from '../../orders/index.js';
import type { CancelledTurn, Order, OrderLine } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { dishesOf } from '../domain/kitchen-states.js';
import { outcomesOf, rewordedLines, unacknowledged, withdrawLine } from '../domain/withdrawing.js';
import type { Withdrawing } from '../domain/withdrawing.js';
import { partMadeThere } from '../firing/part-made-there.js';
import { TicketBook } from '../ticket/ticket-book.js';
import { notPossible, requireVersion, ticketOf } from '../ticket/ticket-commands.js';
import type { TicketTarget } from '../ticket/ticket-commands.js';
import type { TicketLineEntity } from '../ticket/ticket-line.entity.js';
import { TicketRepository } from '../ticket/ticket.repository.js';
import type { WholeTicket } from '../ticket/ticket.repository.js';
import { toTicketView } from '../ticket/ticket.view.js';

interface SettlingDishes {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly all: readonly WholeTicket[];
  readonly actor: string;
}

/** Dishes that are not wanted any more after they were fired, and the cooks' answers. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly book: TicketBook,
    private readonly repository: TicketRepository,
    private readonly orders: OrderBook,
    private readonly settling: Settling,
    private readonly hooks: OrderHooks,
    private readonly clock: Clock,
  ) {}

  /** The order was cancelled: its lines stay on the board until a cook acknowledges. */
  async withdrawOrder(tx: Tx, { order, lines, actor, reason, answer }: CancelledTurn): Promise<void> {
    const all = await this.repository.listOfOrder(tx, order.id);
    const withdrawing = { now: this.clock.now(), by: actor, reason, ...(answer === undefined ? {} : { answer }) };
    const dishes = dishesOf(lines);
    const touched = all.flatMap((whole) => {
      const gone = withdrawFrom(whole, withdrawing);
      if (gone.length > 0) this.book.keep(tx, order, whole, { type: 'ticket.withdrawn', actor });
      return gone.map(({ orderLineId }) => dishes.get(orderLineId) ?? orderLineId);
    });
    this.book.keepLines(tx, all, lines);
    await this.settle(tx, { order, lines, all, actor }, new Set(touched));
  }

  /** The cook has seen what was cancelled or changed, and says whether it was made. */
  async acknowledge(
    tx: Tx,
    orderId: string,
    target: TicketTarget & { request: AcknowledgeRequest },
  ): Promise<TicketView> {
    const { staff, request } = target;
    const open = await this.book.open(tx, orderId, { locationId: staff.locationId });
    const whole = ticketOf(open.all, target);
    const waiting = unacknowledged(whole.lines, request.lineId);
    if (waiting.length === 0 && whole.ticket.state !== 'cancelled') {
      if (whole.lines.some(({ withdrawal }) => withdrawal !== null)) return toTicketView(whole);
      throw notPossible(whole);
    }
    requireVersion(whole, target);
    const answered = waiting.filter(({ withdrawal }) => withdrawal?.answer === undefined);
    acknowledgeLines(waiting, { now: this.clock.now(), by: staff.name, answer: request.answer });
    this.book.keep(tx, open.order, whole, { type: 'ticket.acknowledged', actor: staff.name });
    this.#calm(tx, open.order, open.all);
    this.book.close(tx, open, staff.name);
    const dishes = dishesOf(open.lines);
    const touched = new Set(answered.map(({ orderLineId }) => dishes.get(orderLineId) ?? orderLineId));
    const settling = { ...open, actor: staff.name };
    await this.settle(tx, settling, touched);
    await this.#makeAgain(tx, settling, answered);
    return toTicketView(whole);
  }

  /** Settles those of the touched dishes about which all is said by now. */
  async settle(tx: Tx, { order, lines, all, actor }: SettlingDishes, touched: ReadonlySet<string>): Promise<void> {
    const outcomes = outcomesOf(touched, lines, all);
    const dishes = dishesOf(lines);
    for (const answer of ['not-made', 'made'] as const) {
      const settled = lines.filter(({ id }) => outcomes.get(dishes.get(id) ?? id) === answer);
      const extent = settled.length === lines.length ? 'order' : 'dishes';
      await this.settling.settle(tx, { order, lines: settled, actor, answer, extent });
    }
  }

  /** What was changed after it had been made is made once more. */
  async #makeAgain(tx: Tx, open: SettlingDishes, answered: readonly TicketLineEntity[]): Promise<void> {
    const reworded = rewordedLines(open.all);
    for (const line of answered) {
      if (!reworded.has(line.id) || line.withdrawal?.answer !== 'made') continue;
      const lines = partMadeThere(open.lines, line, open.all);
      const { quantity, withdrawal } = line;
      await this.hooks.run('refired', tx, { ...open, lines, quantity, reason: withdrawal.reason });
    }
  }

  /** The last late answer has come. */
  #calm(tx: Tx, order: Order, all: readonly WholeTicket[]): void {
    const late = all.some(({ lines }) => unacknowledged(lines).some(({ withdrawal }) => withdrawal?.escalatedAt));
    if (late || !order.kitchenUnanswered) return;
    order.kitchenUnanswered = false;
    this.orders.record(tx, order, { type: 'order.changed', actor: 'system' });
  }
}

/** Takes back the lines of a ticket that can be, and gives them. */
export function withdrawFrom(
  { lines }: Pick<WholeTicket, 'lines'>,
  withdrawing: Withdrawing,
  wanted: (line: TicketLineEntity) => boolean = () => true,
): TicketLineEntity[] {
  return lines.filter((line) => wanted(line) && withdrawLine(line, withdrawing));
}

function acknowledgeLines(
  lines: readonly TicketLineEntity[],
  { now, by, answer }: { readonly now: number; readonly by: string; readonly answer: KitchenAnswer | undefined },
): void {
  const acknowledged = { at: new Date(now).toISOString(), by };
  for (const line of lines) {
    if (line.withdrawal === null) continue;
    const known = line.withdrawal.answer ?? answer;
    if (known === undefined) throw answerNeeded(line);
    line.withdrawal = { ...line.withdrawal, answer: known, acknowledged };
  }
}

function answerNeeded({ name }: TicketLineEntity): DomainError {
  const detail = `${name} had been started. Say "made" or "not-made".`;
  return new DomainError('invalid_request', detail, [{ pointer: '/answer', code: 'required', detail }]);
}
