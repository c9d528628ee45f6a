import { Injectable } from '@nestjs/common';
import type { TicketView } from '@comanda/shared';
import type { OrderTurn } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import type { CookCommand } from '../domain/cook-deeds.js';
import { COOK_RULES, eventOfDeed } from '../domain/cook-deeds.js';
import { awaitedBy, deriveTicket } from '../domain/derived-ticket.js';
import { moveLines } from '../domain/line-moves.js';
import { TicketBook } from './ticket-book.js';
import type { TicketLineEntity } from './ticket-line.entity.js';
import { TicketRepository } from './ticket.repository.js';
import type { WholeTicket } from './ticket.repository.js';
import { toTicketView } from './ticket.view.js';

/** A ticket, by whom it is changed, and at which version it was seen. */
export interface TicketTarget {
  readonly id: string;
  readonly staff: Staff;
  readonly version?: number;
}

export interface CookTarget extends TicketTarget {
  readonly command: CookCommand;
  /** Of the commands for one line. */
  readonly lineId?: string;
}

/** What a cook or somebody at the pass does with one ticket. */
@Injectable()
export class TicketCommands {
  constructor(
    private readonly book: TicketBook,
    private readonly repository: TicketRepository,
    private readonly clock: Clock,
  ) {}

  /** The order whose lock guards the ticket; ask before the transaction. Throws `not_found`. */
  async orderOf({ id, staff }: TicketTarget): Promise<string> {
    const ticket = await this.repository.findPlace(id);
    const { locationId, stationId = ticket?.stationId } = staff;
    if (ticket?.locationId !== locationId || ticket.stationId !== stationId)
      throw new DomainError('not_found', 'There is no such ticket.');
    return ticket.orderId;
  }

  /** Carries out a command; one whose effect already holds answers with the ticket as it is and records nothing. */
  async command(tx: Tx, orderId: string, target: CookTarget): Promise<TicketView> {
    const open = await this.book.openStates(tx, orderId, { locationId: target.staff.locationId });
    const whole = ticketOf(open.all, target);
    const line = target.lineId === undefined ? undefined : lineOf(whole, target.lineId);
    const rule = COOK_RULES[target.command];
    if (rule.isDone(whole, line)) return toTicketView(whole);
    requireVersion(whole, target);
    if (rule.cooks) requireAllergyRead(whole);
    const { now, by } = { now: this.clock.now(), by: target.staff.name };
    if (!rule.carryOut(whole, { now, by, ...(line ? { line } : {}) })) throw notPossible(whole);
    deriveTicket(whole);
    this.book.keep(tx, open.order, whole, { type: eventOfDeed(target.command, whole), actor: by });
    this.book.close(tx, open, by);
    return toTicketView(whole);
  }

  /** The order is eaten at another table: its tickets say so, and nothing of them is made again. */
  async moveTable(tx: Tx, { order, actor }: OrderTurn): Promise<void> {
    for (const whole of await this.repository.listOfOrder(tx, order.id)) {
      whole.ticket.tableName = order.tableName;
      this.book.keep(tx, order, whole, { type: 'ticket.moved', actor });
    }
  }

  /** Whose it was is forgotten; what was cooked, and when, stays. */
  forgetPerson(tx: Tx, { order }: OrderTurn): void {
    this.repository.forgetPerson(tx, order.id);
  }

  /** The order was handed over as a whole: its tickets are history. */
  async handOver(tx: Tx, { order, lines, actor }: OrderTurn): Promise<void> {
    const all = await this.repository.listOfOrder(tx, order.id);
    for (const whole of all) {
      if (!moveLines(whole.lines, 'hand-over', this.clock.now())) continue;
      this.book.keep(tx, order, whole, { type: 'ticket.handed-over', actor });
    }
    this.book.keepLines(tx, all, lines);
  }
}

/** Throws `not_found`. */
export function ticketOf(all: readonly WholeTicket[], { id }: TicketTarget): WholeTicket {
  const whole = all.find(({ ticket }) => ticket.id === id);
  if (!whole) throw new DomainError('not_found', 'There is no such ticket.');
  return whole;
}

/** Throws `not_found`. */
export function lineOf({ lines }: WholeTicket, lineId: string): TicketLineEntity {
  const line = lines.find(({ id }) => id === lineId);
  if (!line) throw new DomainError('not_found', 'There is no such line on this ticket.');
  return line;
}

/** Throws `version_mismatch` when the ticket is not as it was seen. */
export function requireVersion({ ticket }: WholeTicket, { version }: TicketTarget): void {
  if (version === undefined || version === ticket.version) return;
  throw new DomainError('version_mismatch', 'The ticket has changed meanwhile. Load it again.');
}

export function notPossible({ ticket }: WholeTicket): DomainError {
  return new DomainError('invalid_transition', `The ticket is ${ticket.state}: this is not possible.`);
}

function requireAllergyRead(whole: WholeTicket): void {
  if (!awaitedBy(whole).includes('allergy')) return;
  const allergies = (whole.ticket.allergies ?? []).join(', ');
  const detail = `The guest is allergic to ${allergies}. Acknowledge it first, then start.`;
  throw new DomainError('allergy_unacknowledged', detail);
}
