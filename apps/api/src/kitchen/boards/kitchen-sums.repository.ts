import { Injectable } from '@nestjs/common';
import type { AllDayRow, KitchenTimeView, TicketModifierView } from '@comanda/shared';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/index.js';
import { TicketLineEntity } from '../ticket/ticket-line.entity.js';
import { TicketEntity } from '../ticket/ticket.entity.js';

type Raw = Readonly<Record<string, string | number | null>>;

/** Sums over the lines of tickets; the database adds them up. */
@Injectable()
export class KitchenSums {
  constructor(private readonly database: Database) {}

  /** What is fired or held on the boards, added up by how it is made. */
  async toMake(locationId: string, stationId?: string): Promise<AllDayRow[]> {
    const query = this.#lines()
      .select(['l.stationId AS stationId', 'l.itemId AS itemId', 'l.name AS name', 'l.variantName AS variantName'])
      .addSelect('l.modifiers', 'modifiers')
      .addSelect("CASE WHEN l.state = 'held' THEN 1 ELSE 0 END", 'held')
      .addSelect('SUM(l.quantity)', 'units')
      .where('t.locationId = :locationId AND t.onBoard = 1', { locationId })
      .andWhere("l.state IN ('held', 'fired', 'started')");
    if (stationId !== undefined) query.andWhere('l.stationId = :stationId', { stationId });
    const groups = ['l.itemId', 'l.name', 'l.variantName', 'l.modifiers'];
    for (const group of groups) query.addGroupBy(group);
    const rows = await query.addGroupBy('l.stationId').addGroupBy('held').getRawMany<Raw>();
    return rows.map((row) => ({
      stationId: String(row['stationId']),
      itemId: textOf(row['itemId']),
      name: String(row['name']),
      variantName: textOf(row['variantName']),
      modifiers: JSON.parse(String(row['modifiers'])) as TicketModifierView[],
      held: Number(row['held']) === 1,
      units: Number(row['units']),
    }));
  }

  /** How long the dishes of some business dates took, the most made first. */
  async times(locationId: string, from: string, to: string): Promise<KitchenTimeView[]> {
    const took = 'l.readyAt - (CASE WHEN l.startedAt < l.startAt THEN l.startedAt ELSE l.startAt END)';
    const rows = await this.#lines()
      .select(['l.stationId AS stationId', 'l.itemId AS itemId', 'l.name AS name'])
      .addSelect('COUNT(*)', 'lineCount')
      .addSelect('SUM(l.quantity)', 'units')
      .addSelect(`AVG(${took})`, 'average')
      .addSelect(`MAX(${took})`, 'longest')
      .addSelect('SUM(CASE WHEN l.readyAt > l.dueAt THEN 1 ELSE 0 END)', 'late')
      .addSelect('SUM(CASE WHEN l.refire IS NULL THEN 0 ELSE 1 END)', 'refired')
      .where('t.locationId = :locationId AND t.businessDate BETWEEN :from AND :to', { locationId, from, to })
      .andWhere("l.state IN ('ready', 'handed') AND l.readyAt IS NOT NULL AND l.startAt IS NOT NULL")
      .groupBy('l.stationId')
      .addGroupBy('l.itemId')
      .addGroupBy('l.name')
      .orderBy('units', 'DESC')
      .getRawMany<Raw>();
    return rows.map(toTimeView);
  }

  #lines(): SelectQueryBuilder<TicketLineEntity> {
    return this.database.reader
      .createQueryBuilder(TicketLineEntity, 'l')
      .innerJoin(TicketEntity, 't', 't.id = l.ticketId');
  }
}

function toTimeView(row: Raw): KitchenTimeView {
  const itemId = textOf(row['itemId']);
  return {
    stationId: String(row['stationId']),
    ...(itemId === null ? {} : { itemId }),
    name: String(row['name']),
    lines: Number(row['lineCount']),
    units: Number(row['units']),
    averageSeconds: Math.round(Number(row['average']) / 1000),
    longestSeconds: Math.round(Number(row['longest']) / 1000),
    late: Number(row['late']),
    refired: Number(row['refired']),
  };
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
