import { Injectable } from '@nestjs/common';
import type { BasketLine, BasketProblem, PricingResult, ReplacementQuoteView, TaxAmount, Text } from '@comanda/shared';
import { needsOf } from '@comanda/shared';
import { Larder, StockTaking } from '../../inventory/index.js';
import { LocationDirectory } from '../../locations/index.js';
import { AvailabilityStore, PortionTaking, Shelf } from '../../menu/index.js';
import { Clock, newId } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { chosenDishes } from '../domain/chosen-dishes.js';
import { flattenLines } from '../domain/flat-lines.js';
import { refusalOf } from '../domain/refusal.js';
import { restate } from '../domain/restate.js';
import { OrderRepository } from '../order.repository.js';
import type { Order, OrderLine } from '../order.js';
import { OrderingSnapshots } from './ordering-snapshot.js';
import type { OrderingSnapshot } from './ordering-snapshot.js';
import { checkRights, Pricing } from './pricing.js';
import { Provisioning } from './provisioning.js';

/** A dish that comes in the place of another. */
export interface Replacement {
  readonly staff: Staff;
  readonly order: Order;
  /** The dish that is not wanted any more, first, and its options. */
  readonly old: readonly OrderLine[];
  readonly line: BasketLine;
}

interface Taking extends Replacement {
  /** Of the order, as it is before. */
  readonly lines: readonly OrderLine[];
}

export interface TakenDish {
  readonly lines: readonly OrderLine[];
  readonly rates: readonly TaxAmount[];
}

/** Prices another dish for an order that was placed already, and takes what it needs. */
@Injectable()
export class Replacing {
  constructor(
    private readonly repository: OrderRepository,
    private readonly snapshots: OrderingSnapshots,
    private readonly pricing: Pricing,
    private readonly provisioning: Provisioning,
    private readonly stock: StockTaking,
    private readonly portions: PortionTaking,
    private readonly availability: AvailabilityStore,
    private readonly locations: LocationDirectory,
    private readonly clock: Clock,
  ) {}

  /** What it would cost, and what is wrong with it. Throws `not_found`. */
  async quote(staff: Staff, orderId: string, lineId: string, line: BasketLine): Promise<ReplacementQuoteView> {
    const stored = await this.repository.findWhole('id', orderId);
    const dish = stored?.lines.find(({ id, parentId }) => id === lineId && parentId === null);
    if (stored?.order.locationId !== staff.locationId || !dish) {
      throw new DomainError('not_found', 'There is no such dish in this order.');
    }
    const { order, lines } = stored;
    const snapshot = await this.snapshots.recent(order.locationId);
    const { priced, problems } = this.#price(snapshot, { staff, order, old: [dish], line });
    const added = this.#flatten(snapshot, { order, lines, dish, line }, priced);
    const { totalMinor } = order;
    const after = restate(order, { lines, gone: withOptions(lines, lineId), added, rates: priced.taxes });
    const differenceMinor = after.totalMinor - totalMinor;
    return {
      differenceMinor,
      totalMinor: after.totalMinor,
      orderable: problems.length === 0,
      problems: problems.map(pointed),
    };
  }

  /** Locks all that both dishes are made of, in the order in which everybody does, before the old one is given back. */
  async open(tx: Tx, { order: { locationId }, old, line }: Replacement): Promise<OrderingSnapshot> {
    const known = this.snapshots.last(locationId) ?? (await this.snapshots.read(locationId, tx.manager));
    const { index } = known.menu;
    const ingredients = [...needsOf(index, [...chosenDishes(old), line]).keys()];
    const [versions = [], heads = []] = (
      await tx.send([
        ...(ingredients.length === 0 ? [] : [this.stock.lockLevels(tx, locationId, ingredients)]),
        this.portions.lockVersions([locationId]),
        this.locations.versions([locationId]),
      ])
    ).toReversed();
    return this.snapshots.holding(
      locationId,
      {
        location: Number(versions[0]?.['version']),
        revision: Number(heads[0]?.['revision'] ?? 0),
        availability: Number(heads[0]?.['availabilityVersion'] ?? 0),
      },
      tx.manager,
    );
  }

  /** Takes the new dish out of what is there by now. Throws the refusal when it cannot be had. */
  async take(tx: Tx, before: OrderingSnapshot, taking: Taking): Promise<TakenDish> {
    try {
      return await this.#take(tx, before, taking);
    } catch (error) {
      throw error instanceof DomainError ? new DomainError(error.code, error.detail, error.items.map(pointed)) : error;
    }
  }

  async #take(tx: Tx, before: OrderingSnapshot, { lines, ...replacement }: Taking): Promise<TakenDish> {
    const { order, line, old } = replacement;
    const [dish] = old;
    if (!dish) throw new DomainError('not_found', 'There is no such dish in this order.');
    const availability = await this.availability.current(order.locationId, tx.manager);
    const snapshot = { ...before, availability };
    const { priced, problems } = this.#price(snapshot, replacement);
    const refusal = refusalOf(problems);
    if (refusal) throw new DomainError(refusal.code, refusal.detail, problems);
    const added = this.#flatten(snapshot, { order, lines, dish, line }, priced);
    const counter = { snapshot, shelf: new Shelf(availability), larder: new Larder(snapshot.menu.index) };
    await this.provisioning.take(tx, counter, { order, lines: added, dishes: priced.lines });
    this.provisioning.record(tx, counter);
    await tx.flush();
    return { lines: added, rates: priced.taxes };
  }

  #price(snapshot: OrderingSnapshot, { staff, order, old: [dish], line }: Replacement): PricingResult<Text> {
    checkRights(staff, { fulfilment: { type: order.fulfilment }, lines: [line] });
    const wanted = dish ? inPlaceOf(dish, line) : line;
    const { fulfilment } = order;
    return this.pricing.priceAdded(snapshot, { fulfilment, line: wanted }, this.clock.now());
  }

  #flatten(
    { menu }: OrderingSnapshot,
    { order, lines, dish, line }: Omit<Taking, 'old' | 'staff'> & { readonly dish: OrderLine },
    priced: PricingResult<Text>['priced'],
  ): OrderLine[] {
    const last = Math.max(...lines.map(({ position }) => position));
    const asked = [inPlaceOf(dish, line)];
    const flat = flattenLines(priced.lines, { index: menu.index, orderId: order.id, newId, asked });
    return flat.map((each) => ({ ...each, position: last + 1 + each.position }));
  }
}

/** The same guest has it, with the same allergies, in the same course. */
function inPlaceOf({ allergies, guestName, course }: OrderLine, line: BasketLine): BasketLine {
  return {
    ...(allergies === null ? {} : { allergies }),
    ...(guestName === null ? {} : { guestName }),
    course,
    ...line,
  };
}

function pointed<Item extends Pick<BasketProblem, 'pointer'>>(item: Item): Item {
  return { ...item, pointer: item.pointer.replace(/^\/lines\/0/, '/line') };
}

function withOptions(lines: readonly OrderLine[], dishId: string): Set<string> {
  const ids = new Set([dishId]);
  for (const { id, parentId } of lines) if (parentId !== null && ids.has(parentId)) ids.add(id);
  return ids;
}
