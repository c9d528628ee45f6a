import { Injectable } from '@nestjs/common';
import type {
  Dependent,
  IngredientUseView,
  MovementKind,
  StockMovementPage,
  StockMovementView,
  StockView,
} from '@comanda/shared';
import { cannotBeMade, dependentsOf } from '@comanda/shared';
import { LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { MenuStore } from '../menu/index.js';
import { Database } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import { StockMovementEntity } from './stock-movement.entity.js';
import { StockRepository } from './stock.repository.js';

export interface MovementPage {
  readonly ingredientId?: string;
  readonly kind?: MovementKind;
  readonly limit: number;
  /** Id of the last movement that the reader has. */
  readonly cursor?: string;
}

/** What staff see of the stock. */
@Injectable()
export class StockReading {
  constructor(
    private readonly database: Database,
    private readonly repository: StockRepository,
    private readonly menus: MenuStore,
  ) {}

  /** Every ingredient of the menu, counted or not, in the menu's order. */
  async list(locationId: string, manager: EntityManager = this.database.reader): Promise<StockView[]> {
    const { document, index } = await this.menus.current(locationId, manager);
    const levels = await this.repository.levels(manager, locationId);
    const byId = new Map(levels.map((level) => [level.ingredientId, level]));
    const dependents = dependentsOf(index);
    return (document.ingredients ?? []).map((ingredient) => {
      const level = byId.get(ingredient.id);
      const users = dependents.get(ingredient.id) ?? [];
      return {
        ...ingredient,
        ...(level ? { onHandMilli: level.onHandMilli } : {}),
        ...(level?.lowMilli === undefined || level.lowMilli === null ? {} : { lowMilli: level.lowMilli }),
        low: level !== undefined && level.lowMilli !== null && level.onHandMilli <= level.lowMilli,
        usedBy: users.map(({ target }) => target),
        offSale: level === undefined ? [] : offSaleOf(ingredient.id, users, level.onHandMilli),
      };
    });
  }

  /** Throws `not_found`. */
  async one(locationId: string, ingredientId: string, manager?: EntityManager): Promise<StockView> {
    const found = (await this.list(locationId, manager)).find(({ id }) => id === ingredientId);
    if (!found) throw new DomainError('not_found', 'There is no such ingredient. Add it first.');
    return found;
  }

  /** The ledger, newest first. */
  async movements(locationId: string, { ingredientId, kind, limit, cursor }: MovementPage): Promise<StockMovementPage> {
    const rows = await this.database.reader.find(StockMovementEntity, {
      where: {
        locationId,
        ...(ingredientId === undefined ? {} : { ingredientId }),
        ...(kind === undefined ? {} : { kind }),
        ...(cursor === undefined ? {} : { id: LessThan(cursor) }),
      },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const data = rows.slice(0, limit).map(toMovementView);
    const last = data.at(-1);
    const hasMore = rows.length > limit;
    return { data, hasMore, ...(hasMore && last ? { nextCursor: last.id } : {}) };
  }

  /** What orders used up and what went to waste, by business date, ingredient and dish. */
  async use(locationId: string, from: string, to: string): Promise<IngredientUseView[]> {
    return (await this.repository.use(this.database.reader, locationId, { from, to })).map(
      ({ itemId, ...use }): IngredientUseView => ({ ...use, ...(itemId === null ? {} : { itemId }) }),
    );
  }
}

function offSaleOf(id: string, users: readonly Dependent[], onHandMilli: number) {
  return cannotBeMade(new Map([[id, users]]), new Map([[id, onHandMilli]]));
}

function toMovementView(row: StockMovementEntity): StockMovementView {
  const { id, ingredientId, kind, quantityMilli, orderId, itemId, note, at, by } = row;
  return {
    id,
    ingredientId,
    kind,
    quantityMilli,
    ...(orderId === null ? {} : { orderId }),
    ...(itemId === null ? {} : { itemId }),
    ...(note === null ? {} : { note }),
    at: new Date(at).toISOString(),
    by,
  };
}
