import type { Row, Statement } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { placedBy } from './order-making.js';
import type { Placement } from './placement.js';

/** The ids that other systems give to their orders: each once for each of them. */
export class ExternalIds {
  readonly #taken: Set<string>;

  constructor(rows: readonly Row[]) {
    this.#taken = new Set(rows.map((row) => nameOf(String(row['placedBy']), String(row['externalId']))));
  }

  /** Finds those of the placements' ids that orders have already. */
  static find(placements: readonly Placement[]): Statement[] {
    const named = placements.filter(({ request }) => request.externalId !== undefined);
    return [...Map.groupBy(named, ({ actor }) => placedBy(actor))].map(([by, own]) => ({
      sql:
        'SELECT placedBy, externalId FROM orders WHERE placedBy = ? ' +
        `AND externalId IN (${own.map(() => '?').join(', ')})`,
      values: [by, ...own.map(({ request }) => request.externalId)],
    }));
  }

  /** Throws `already_exists` when an order has the id. */
  refuseTaken({ actor, request: { externalId } }: Placement): void {
    if (externalId === undefined || !this.#taken.has(nameOf(placedBy(actor), externalId))) return;
    throw new DomainError('already_exists', 'An order with this externalId exists already.', [
      { pointer: '/externalId', code: 'already_exists', detail: 'Use another externalId.', actual: externalId },
    ]);
  }

  take({ actor, request: { externalId } }: Placement): void {
    if (externalId !== undefined) this.#taken.add(nameOf(placedBy(actor), externalId));
  }
}

function nameOf(by: string, externalId: string): string {
  return `${by} ${externalId}`;
}
