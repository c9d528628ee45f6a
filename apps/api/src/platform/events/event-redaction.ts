import { Injectable } from '@nestjs/common';
import type { SubjectKind } from '@comanda/shared';
import type { Tx } from '../database/index.js';
import { EventEntity } from './event.entity.js';

/** The one exception to "rows are never changed": what somebody has a right to see forgotten. Facts and order stay. */
@Injectable()
export class EventRedaction {
  /** Rewrites what the facts of a subject tell, and gives the instants at which they came. The caller holds the subject's lock. */
  async rewrite(
    tx: Tx,
    { kind, id }: { readonly kind: SubjectKind; readonly id: string },
    redact: (data: unknown) => unknown,
  ): Promise<number[]> {
    const table = tx.table(EventEntity);
    const [rows = []] = await tx.send([table.select('subjectKind = ? AND subjectId = ?', [kind, id])]);
    const facts = rows.map((row) => table.read(row));
    for (const { locationId, position, data } of facts) {
      tx.write(table.update({ data: redact(data) as object }, { locationId, position }));
    }
    return facts.map(({ at }) => at);
  }
}
