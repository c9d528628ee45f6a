import { Injectable } from '@nestjs/common';
import type { RefireRequest, TicketLineState, TicketView } from '@comanda/shared';
import { isOpen } from '@comanda/shared';
import { LocationDirectory } from '../../locations/index.js';
import { OrderHooks } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { fireLines } from '../domain/fire-lines.js';
import { TicketBook } from '../ticket/ticket-book.js';
import { lineOf, notPossible, requireVersion, ticketOf } from '../ticket/ticket-commands.js';
import type { TicketTarget } from '../ticket/ticket-commands.js';
import type { TicketLineEntity } from '../ticket/ticket-line.entity.js';
import { TicketRepository } from '../ticket/ticket.repository.js';
import { toTicketView } from '../ticket/ticket.view.js';
import { stationTimes } from './firing.js';
import { partMadeThere } from './part-made-there.js';
import { lineOnceMore } from './new-ticket.js';

export interface RefireTarget extends TicketTarget {
  readonly lineId: string;
  readonly request: RefireRequest;
}

/** What can have gone wrong has been begun. */
const BEGUN: readonly TicketLineState[] = ['started', 'ready', 'handed'];

/** Makes a dish again: a line of its own, with the line that went wrong and the reason. */
@Injectable()
export class Refiring {
  constructor(
    private readonly book: TicketBook,
    private readonly repository: TicketRepository,
    private readonly hooks: OrderHooks,
    private readonly locations: LocationDirectory,
    private readonly clock: Clock,
  ) {}

  async refire(tx: Tx, orderId: string, target: RefireTarget): Promise<TicketView> {
    const { staff, request } = target;
    const open = await this.book.open(tx, orderId, { locationId: staff.locationId });
    const whole = ticketOf(open.all, target);
    const failed = lineOf(whole, target.lineId);
    requireVersion(whole, target);
    const served = open.order.state === 'completed' || isOpen(open.order.state);
    if (!BEGUN.includes(failed.state) || !served) throw notPossible(whole);
    const quantity = quantityOf(failed, request);
    const refire = { lineId: failed.id, reason: request.reason };
    const again = { ...lineOnceMore(failed, whole.lines), quantity, refire };
    this.repository.insertLines(tx, [again]);
    whole.lines.push(again);
    const stations = await this.locations.stations(staff.locationId, tx.manager);
    const times = { at: this.clock.now(), pace: 'at-once' as const, stationOf: stationTimes(stations) };
    fireLines([whole], ({ id }) => id === again.id, times);
    this.book.keep(tx, open.order, whole, { type: 'ticket-line.refired', actor: staff.name });
    this.book.close(tx, open, staff.name);
    const lines = partMadeThere(open.lines, failed, open.all);
    await this.hooks.run('refired', tx, { ...open, lines, quantity, reason: request.reason, actor: staff.name });
    return toTicketView(whole);
  }
}

function quantityOf({ quantity, name }: TicketLineEntity, request: RefireRequest): number {
  const wanted = request.quantity ?? quantity;
  if (wanted <= quantity) return wanted;
  const detail = `There were only ${quantity} of ${name}.`;
  throw new DomainError('invalid_request', detail, [
    { pointer: '/quantity', code: 'too_large', detail, limit: quantity, actual: wanted },
  ]);
}
