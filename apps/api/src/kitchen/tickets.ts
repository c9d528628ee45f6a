import { Injectable } from '@nestjs/common';
import type { EventType, TicketCommand, TicketLineState, TicketState, TicketView } from '@comanda/shared';
import { canTransition, nextTicketLineState, slowestState, ticketStateOf } from '@comanda/shared';
import { OrderBook } from '../orders/index.js';
import type { Order, OrderLine, OrderTurn } from '../orders/index.js';
import { Clock } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { kitchenStatesOf } from './domain/kitchen-states.js';
import { TicketRepository } from './ticket.repository.js';
import type { WholeTicket } from './ticket.repository.js';
import { toTicketView } from './ticket.view.js';

/** What a cook does with a ticket, and at which version it was seen. */
export interface TicketTarget {
  readonly id: string;
  readonly staff: Staff;
  readonly command: Extract<TicketCommand, 'start' | 'finish-line' | 'bump' | 'recall' | 'acknowledge'>;
  /** With `finish-line`. */
  readonly lineId?: string;
  readonly version?: number;
}

/** Where a ticket stands when the command has already had its effect. */
const DONE_IN: Readonly<Record<TicketTarget['command'], readonly TicketState[]>> = {
  start: ['started', 'ready', 'handed'],
  'finish-line': ['ready', 'handed'],
  bump: ['ready', 'handed'],
  recall: ['started'],
  acknowledge: ['closed'],
};

/** The commands of the stations. The order is locked first, then its tickets are read and changed under that lock. */
@Injectable()
export class Tickets {
  constructor(
    private readonly repository: TicketRepository,
    private readonly book: OrderBook,
    private readonly clock: Clock,
  ) {}

  /** The order whose lock guards the ticket; ask before the transaction. Throws `not_found`. */
  async orderOf(ticketId: string): Promise<string> {
    const ticket = await this.repository.find(ticketId);
    if (!ticket) throw new DomainError('not_found', 'There is no such ticket.');
    return ticket.orderId;
  }

  /** Carries out a cook's command; one whose effect already holds answers with the ticket as it is and records nothing. */
  async command(tx: Tx, orderId: string, target: TicketTarget): Promise<TicketView> {
    const order = await this.book.lock(tx, orderId, { locationId: target.staff.locationId });
    const all = await this.repository.listOfOrder(tx, orderId);
    const whole = all.find(({ ticket }) => ticket.id === target.id);
    if (!whole) throw new DomainError('not_found', 'There is no such ticket.');
    if (alreadyDone(whole, target)) return toTicketView(whole);
    if (target.version !== undefined && target.version !== whole.ticket.version) {
      throw new DomainError('version_mismatch', 'The ticket has changed meanwhile. Load it again.');
    }
    this.#apply(whole, target);
    if (target.command !== 'acknowledge' && target.command !== 'recall') order.cookingStartedAt ??= this.clock.now();
    this.#record(tx, order, whole, { type: eventOf(whole, target), actor: target.staff.name });
    await this.repository.save(tx, whole);
    this.#followUp(tx, order, all);
    await this.#keepLines(tx, all, await this.book.lines(tx, orderId));
    await this.book.save(tx, order);
    return toTicketView(whole);
  }

  /** The order was cancelled: its lines stay on the board until a cook acknowledges. */
  async withdraw(tx: Tx, turn: OrderTurn): Promise<void> {
    await this.#all(tx, turn, 'withdraw', 'ticket.withdrawn');
  }

  /** The order was handed over: its tickets are history. */
  async handOver(tx: Tx, turn: OrderTurn): Promise<void> {
    await this.#all(tx, turn, 'hand-over', 'ticket.handed-over');
  }

  async #all(tx: Tx, turn: OrderTurn, command: TicketCommand, type: EventType): Promise<void> {
    const all = await this.repository.listOfOrder(tx, turn.order.id);
    for (const whole of all) {
      if (!moveLines(whole, command)) continue;
      whole.ticket.state = stateOf(whole);
      this.#record(tx, turn.order, whole, { type, actor: turn.actor });
      await this.repository.save(tx, whole);
    }
    await this.#keepLines(tx, all, turn.lines);
  }

  #apply(whole: WholeTicket, { command, lineId }: TicketTarget): void {
    const { ticket } = whole;
    const now = this.clock.now();
    if (command === 'acknowledge' ? ticket.state !== 'cancelled' : !moveLines(whole, command, lineId)) {
      throw new DomainError('invalid_transition', `The ticket is ${ticket.state}: this is not possible.`);
    }
    stampLines(whole, now);
    ticket.state = command === 'acknowledge' ? 'closed' : stateOf(whole);
    if (command !== 'acknowledge') ticket.startedAt ??= now;
    ticket.readyAt = ticket.state === 'ready' ? now : null;
    if (command === 'recall') ticket.recalled = true;
  }

  #record(tx: Tx, order: Order, whole: WholeTicket, fact: { type: EventType; actor: string }): void {
    whole.ticket.version += 1;
    this.book.record(tx, order, { ...fact, data: { ticket: toTicketView(whole) } });
  }

  /** The order is ready when all its tickets are, and cooking again when one comes back. */
  #followUp(tx: Tx, order: Order, all: readonly WholeTicket[]): void {
    const ready = all.every(({ ticket }) => ticket.state === 'ready' || ticket.state === 'handed');
    if (ready && canTransition(order.state, 'finish-cooking')) {
      this.book.move(order, 'finish-cooking');
      this.book.record(tx, order, { type: 'order.ready', actor: 'system' });
    } else if (!ready && canTransition(order.state, 'resume-cooking')) {
      this.book.move(order, 'resume-cooking');
      this.book.record(tx, order, { type: 'order.cooking-resumed', actor: 'system' });
    }
  }

  async #keepLines(tx: Tx, all: readonly WholeTicket[], lines: readonly OrderLine[]): Promise<void> {
    const parts = new Map<string, TicketLineState[]>();
    for (const line of all.flatMap((each) => each.lines)) {
      parts.set(line.orderLineId, [...(parts.get(line.orderLineId) ?? []), line.state]);
    }
    await this.book.keepKitchenStates(tx, lines, kitchenStatesOf(lines, parts, slowestState));
  }
}

function alreadyDone({ ticket, lines }: WholeTicket, { command, lineId }: TicketTarget): boolean {
  if (command === 'finish-line') {
    const line = lines.find(({ id }) => id === lineId);
    if (!line) throw new DomainError('not_found', 'There is no such line on this ticket.');
    return line.state === 'ready' || line.state === 'handed';
  }
  // A ticket with one line done counts as started although others were never touched: it can still be started.
  if (command === 'start' && lines.some(({ state }) => state === 'fired')) return false;
  return DONE_IN[command].includes(ticket.state);
}

/** Moves the lines that the command can move; false when there is none. */
function moveLines({ lines }: WholeTicket, command: TicketCommand, lineId?: string): boolean {
  let moved = false;
  for (const line of lines) {
    const next = nextTicketLineState(line.state, command);
    if (next === undefined || (lineId !== undefined && line.id !== lineId)) continue;
    line.state = next;
    moved = true;
  }
  return moved;
}

function stampLines({ lines }: WholeTicket, now: number): void {
  for (const line of lines) {
    if (line.state === 'started' || line.state === 'ready') line.startedAt ??= now;
    line.readyAt = line.state === 'ready' ? (line.readyAt ?? now) : null;
  }
}

function stateOf({ lines }: WholeTicket): TicketState {
  return ticketStateOf(lines.map(({ state }) => state));
}

function eventOf({ ticket }: WholeTicket, { command }: TicketTarget): EventType {
  if (command === 'start') return 'ticket.started';
  if (command === 'recall') return 'ticket.recalled';
  if (command === 'acknowledge') return 'ticket.acknowledged';
  return ticket.state === 'ready' ? 'ticket.ready' : 'ticket-line.ready';
}
