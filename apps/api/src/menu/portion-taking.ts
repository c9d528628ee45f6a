import { Injectable } from '@nestjs/common';
import type { AvailabilityView } from '@comanda/shared';
import { Clock } from '../platform/clock/index.js';
import { FOR_UPDATE } from '../platform/database/index.js';
import type { Statement, Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import { CountdownEntity } from './countdown.entity.js';
import { IngredientSuspensions, toFact } from './ingredient-suspensions.js';
import type { Lack } from './ingredient-suspensions.js';
import { MenuHeadEntity } from './menu-head.entity.js';
import type { Shelf } from './shelf.js';
import { SuspensionEntity } from './suspension.entity.js';
import { toSuspensionView } from './suspension.view.js';

/** What of a restaurant's menu changes under way: its revision, and its availability's version. */
export interface MenuVersions {
  readonly revision: number;
  readonly availabilityVersion: number;
}

/** Takes portions for many orders in one transaction: the menu's head is locked first, all is written last. */
@Injectable()
export class PortionTaking {
  constructor(
    private readonly events: EventLog,
    private readonly byIngredient: IngredientSuspensions,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the menu and what is on sale, portions included, as they are until the transaction ends, and reads their
   * {@link MenuVersions}, which tell whether what is known of them holds.
   */
  lockVersions(locationIds: readonly string[]): Statement {
    const marks = locationIds.map(() => '?').join(', ');
    const sql =
      'SELECT locationId, revision, availabilityVersion FROM menu_heads ' +
      `WHERE locationId IN (${marks}) ORDER BY locationId${FOR_UPDATE}`;
    return { sql, values: locationIds };
  }

  /**
   * Writes what was taken from the shelf, what has sold out by it, and what has begun to lack an ingredient: one change
   * of the availability, one event. Resolves to what holds after the commit.
   */
  record(tx: Tx, locationId: string, shelf: Shelf, lacks: readonly Lack[] = []): AvailabilityView {
    const touched = shelf.touched();
    if (touched.length + lacks.length === 0) return shelf.availability;
    const version = shelf.availability.version + 1;
    const key = ['locationId', 'targetKind', 'targetId'] as const;
    const lacking = this.byIngredient.rows(locationId, lacks);
    const counts = touched.map((each) => ({ locationId, ...each }));
    const off = [...this.#soldOut(locationId, shelf), ...lacking];
    // The row is there and locked; only a restaurant without any menu would get one.
    const head = { locationId, revision: 0, availabilityVersion: version };
    tx.upsert(CountdownEntity, counts, key, ['remaining']);
    tx.upsert(SuspensionEntity, off, [...key, 'cause'], ['since', 'reason']);
    tx.upsert(MenuHeadEntity, [head], ['locationId'], ['availabilityVersion']);
    const counted = touched.map(({ targetKind: kind, targetId: id, remaining }) => ({ kind, id, remaining }));
    this.events.append(tx, {
      locationId,
      subject: { kind: 'availability', id: locationId },
      seq: version,
      type: 'availability.changed',
      actor: 'system',
      data: {
        version,
        ...(counted.length === 0 ? {} : { counted }),
        ...(lacks.length === 0 ? {} : { cause: 'ingredient', suspended: lacks.map(toFact) }),
      },
    });
    const after = shelf.after(version);
    if (lacking.length === 0) return after;
    return { ...after, suspensions: [...after.suspensions, ...lacking.map(toSuspensionView)] };
  }

  #soldOut(locationId: string, shelf: Shelf): SuspensionEntity[] {
    const gone = shelf.touched().filter(({ remaining }) => remaining === 0);
    return gone.map(({ targetKind, targetId }) => ({
      locationId,
      targetKind,
      targetId,
      cause: 'countdown',
      reason: null,
      until: null,
      since: this.clock.now(),
      by: 'system',
    }));
  }
}
