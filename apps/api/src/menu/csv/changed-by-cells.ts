import { CellFault } from './csv-columns.js';
import type { Column } from './csv-columns.js';
import type { CsvFindings, CsvPlace } from './csv-findings.js';

/** The cells of one row about an entity. */
export interface PlacedCells {
  readonly place: CsvPlace;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * The entity with what its cells say otherwise than it does. Where several rows speak of one entity and two of them
 * say something new, the first counts and the other is told.
 */
export function changedByCells<Entity>(
  entity: Entity,
  columns: readonly Column<Entity>[],
  rows: readonly PlacedCells[],
  findings: CsvFindings,
): Entity {
  return columns.reduce((result, column) => withColumn(result, column, rows, findings), entity);
}

function withColumn<Entity>(
  entity: Entity,
  { name, write, apply }: Column<Entity>,
  rows: readonly PlacedCells[],
  findings: CsvFindings,
): Entity {
  const old = comparable(write(entity));
  const changes = rows.flatMap(({ place, cells }) => {
    const cell = cells[name];
    return cell === undefined || cell === old ? [] : [{ place: { ...place, column: name }, cell }];
  });
  const [first, ...others] = changes;
  if (!first) return entity;
  for (const { place, cell } of others) {
    if (cell !== first.cell)
      findings.cell(place, 'invalid_value', `Row ${first.place.row} says something else; that counts.`);
  }
  const changed = apply(entity, first.cell);
  if (!(changed instanceof CellFault)) return changed;
  findings.cell(first.place, changed.code, changed.detail);
  return entity;
}

/** As reading a cell leaves it. */
function comparable(text: string): string {
  return text.trim().replaceAll('\r\n', '\n');
}
