import { Injectable } from '@nestjs/common';
import type { CallKind } from '@comanda/shared';
import { Clock, newId } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { Seating } from './seating.js';
import type { Arrival } from './seating.js';
import { SittingBook } from './sitting-book.js';
import type { Sitting, TableCall } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';
import { TableCallEntity } from './table-call.entity.js';

/** Guests call, staff say that they come. All under the sitting's lock: a call is open once, and acknowledged once. */
@Injectable()
export class TableCalls {
  constructor(
    private readonly seating: Seating,
    private readonly book: SittingBook,
    private readonly repository: SittingRepository,
    private readonly clock: Clock,
  ) {}

  /** A call of this kind that nobody has acknowledged yet stays the one: a second tap is the same wish. */
  async call(tx: Tx, arrival: Omit<Arrival, 'actor'>, kind: CallKind): Promise<TableCall> {
    const sitting = await this.seating.sit(tx, { ...arrival, actor: 'guest' });
    const waiting = (await this.#openCalls(tx, sitting)).find((call) => call.kind === kind);
    if (waiting) return waiting;
    const call = {
      id: newId(),
      locationId: sitting.locationId,
      sittingId: sitting.id,
      kind,
      calledAt: this.clock.now(),
      acknowledgedAt: null,
      acknowledgedBy: null,
    };
    tx.insert(TableCallEntity, [call]);
    this.#tell(tx, sitting, { type: 'call.made', actor: 'guest', call });
    return call;
  }

  /** Who was first comes; a second acknowledgement changes nothing. Throws `not_found`. */
  async acknowledge(tx: Tx, id: string, staff: Staff): Promise<TableCall> {
    const seen = await this.repository.findCall(id, tx.manager);
    if (seen?.locationId !== staff.locationId) throw new DomainError('not_found', 'There is no such call.');
    const sitting = await this.book.lock(tx, seen.sittingId, { locationId: staff.locationId });
    const call = (await this.repository.findCall(id, tx.manager)) ?? seen;
    // It was merged into another sitting meanwhile.
    if (call.sittingId !== sitting.id) return this.acknowledge(tx, id, staff);
    if (call.acknowledgedAt !== null) return call;
    this.#answer(tx, call, staff.name);
    this.#tell(tx, sitting, { type: 'call.acknowledged', actor: staff.name, call });
    return call;
  }

  /** The guests have left, or sit elsewhere: nobody has to come any more. */
  async answerAll(tx: Tx, sitting: Sitting, actor: string): Promise<void> {
    for (const call of await this.#openCalls(tx, sitting)) this.#answer(tx, call, actor);
  }

  /** What was called goes on at the other sitting; both are locked. A call that waits there already is the same wish. */
  async moveTo(tx: Tx, from: Sitting, { into, actor }: { into: Sitting; actor: string }): Promise<void> {
    const there = new Set((await this.#openCalls(tx, into)).map(({ kind }) => kind));
    for (const call of await this.#openCalls(tx, from)) {
      if (there.has(call.kind)) this.#answer(tx, call, actor);
      else this.repository.saveCall(tx, Object.assign(call, { sittingId: into.id }));
    }
  }

  async #openCalls(tx: Tx, { id }: Sitting): Promise<TableCall[]> {
    const calls = await this.repository.listCalls([id], tx.manager);
    return calls.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  }

  #answer(tx: Tx, call: TableCall, actor: string): void {
    call.acknowledgedAt = this.clock.now();
    call.acknowledgedBy = actor;
    this.repository.saveCall(tx, call);
  }

  #tell(tx: Tx, sitting: Sitting, told: { type: 'call.made' | 'call.acknowledged'; actor: string; call: TableCall }) {
    const { id, kind } = told.call;
    this.book.record(tx, sitting, { type: told.type, actor: told.actor, data: { call: { id, kind } } });
    this.book.save(tx, sitting);
  }
}
