import { Injectable } from '@nestjs/common';
import type {
  MenuIndex,
  PlaceOrderRequest,
  PricedBasket,
  PricingResult,
  QuoteRequest,
  QuoteView,
  Text,
} from '@comanda/shared';
import { businessDate, localMoment, paymentStateOf, priceBasket, textIn } from '@comanda/shared';
import type { DiningTable, Location } from '../locations/index.js';
import { LocationDirectory, orderingAt } from '../locations/index.js';
import { AvailabilityStore, MenuStore } from '../menu/index.js';
import { Clock, newId, newToken } from '../platform/clock/index.js';
import { Database, Tx } from '../platform/database/index.js';
import { actorName, DomainError } from '../platform/http/index.js';
import type { Actor } from '../platform/http/index.js';
import { requireStaffRights } from './domain/staff-fields.js';
import { readyRange } from './domain/estimate.js';
import { flattenLines } from './domain/flat-lines.js';
import { portionsOf } from './domain/portions.js';
import { refusalOf } from './domain/refusal.js';
import { OrderBook } from './order-book.js';
import { OrderHooks } from './order-hooks.js';
import { OrderRepository } from './order.repository.js';
import { toPlacedOrderView } from './order.view.js';
import type { WholeOrder } from './order.view.js';
import { translateBasket } from './translate-basket.js';
import type { Order } from './order.js';

type Manager = Tx['manager'];

interface Pricing {
  readonly result: PricingResult<Text>;
  readonly index: MenuIndex<Text>;
  readonly menuRevision: number;
}

/** Prices baskets and takes orders: the server alone says what something costs and whether it can be had. */
@Injectable()
export class Placing {
  constructor(
    private readonly locations: LocationDirectory,
    private readonly menus: MenuStore,
    private readonly availability: AvailabilityStore,
    private readonly database: Database,
    private readonly repository: OrderRepository,
    private readonly book: OrderBook,
    private readonly hooks: OrderHooks,
    private readonly clock: Clock,
  ) {}

  /** What the basket costs and all that is wrong with it; nothing is stored. */
  async quote(actor: Actor, locationId: string, request: QuoteRequest): Promise<QuoteView> {
    this.#checkRights(actor, request);
    const manager = this.database.reader;
    const now = this.clock.now();
    const location = await this.locations.get(locationId, manager);
    await this.#table(manager, location, request);
    const { result, menuRevision } = await this.#price(manager, location, request, now);
    const language = request.language ?? location.defaultLanguage;
    const { readyFrom, readyUntil } = readyRange(now, location.readyMinutes);
    return {
      ...translateBasket(result.priced, (text) => textIn(text, language, location.defaultLanguage)),
      menuRevision,
      orderable: result.problems.length === 0 && orderingAt(location, now).acceptingOrders,
      problems: result.problems,
      readyEstimate: { from: new Date(readyFrom).toISOString(), until: new Date(readyUntil).toISOString() },
    };
  }

  /** Takes the order: prices it, takes its portions, gives it its number and fires it where orders need no approval. */
  async place(tx: Tx, actor: Actor, locationId: string, request: PlaceOrderRequest): Promise<WholeOrder> {
    this.#checkRights(actor, request);
    const location = await this.locations.get(locationId, tx.manager);
    const placedAt = request.placedAt === undefined ? this.clock.now() : Date.parse(request.placedAt);
    const table = await this.#table(tx.manager, location, request);
    if (request.placedAt === undefined) refuseWhenClosed(location, placedAt);
    await this.#refuseDouble(tx, actor, request);
    const pricing = await this.#price(tx.manager, location, request, placedAt);
    refuseProblems(pricing.result, request);
    const order = this.#newOrder({ actor, location, request, placedAt, table, pricing });
    const lines = flattenLines(pricing.result.priced.lines, { index: pricing.index, orderId: order.id, newId });
    await this.availability.take(tx, location.id, portionsOf(lines));
    order.number = await this.repository.takeNumber(tx, location.id, order.businessDate);
    this.book.record(tx, order, { type: 'order.placed', actor: actorName(actor) });
    if (location.autoAccept) await this.acceptAndFire(tx, { order, lines, actor: 'system' });
    await this.repository.insert(tx, order, lines);
    return { order, lines, location };
  }

  /** The same transaction's second half, for orders accepted by hand too. The caller saves the order. */
  async acceptAndFire(tx: Tx, turn: Parameters<OrderHooks['run']>[2]): Promise<void> {
    const { order, actor } = turn;
    this.book.move(order, 'accept');
    this.book.record(tx, order, { type: 'order.accepted', actor });
    this.book.move(order, 'fire');
    this.book.record(tx, order, { type: 'order.fired', actor });
    await this.hooks.run('fired', tx, turn);
  }

  readonly toView = toPlacedOrderView;

  #checkRights(actor: Actor, request: QuoteRequest | PlaceOrderRequest): void {
    const items = requireStaffRights(actor.kind === 'staff' ? actor.role : undefined, request);
    if (items.length > 0) throw new DomainError('forbidden', 'Only staff may set this. Leave it out.', items);
  }

  async #table(manager: Manager, location: Location, { fulfilment }: QuoteRequest): Promise<DiningTable | null> {
    if (!location.fulfilmentTypes.includes(fulfilment.type)) {
      throw invalid(
        '/fulfilment/type',
        'unsupported_fulfilment',
        'The restaurant does not offer this. Choose another way.',
      );
    }
    if (fulfilment.type !== 'dine-in') return null;
    if (fulfilment.tableToken === undefined) {
      throw invalid('/fulfilment/tableToken', 'table_required', 'Scan the code on your table.');
    }
    const table = await this.locations.tableByToken(fulfilment.tableToken, manager);
    if (table.locationId !== location.id) throw new DomainError('not_found', 'This table code is not known here.');
    return table;
  }

  async #price(manager: Manager, location: Location, request: QuoteRequest, at: number): Promise<Pricing> {
    const { number, index } = await this.menus.current(location.id, manager);
    const moment = localMoment(at, location.timezone);
    const taxRates = await this.locations.taxRates(location.id, moment.date, manager);
    const basket = {
      lines: request.lines,
      fulfilment: request.fulfilment.type,
      ...(request.tipMinor === undefined ? {} : { tipMinor: request.tipMinor }),
    };
    const backdated = 'placedAt' in request && request.placedAt !== undefined;
    const result = priceBasket(index, basket, {
      taxRates,
      taxInclusive: location.taxInclusive,
      // What was sold in the past is not held against what is on sale now.
      ...(backdated
        ? {}
        : { availability: await this.availability.current(location.id, manager), now: { ...moment, instantMs: at } }),
    });
    return { result, index, menuRevision: number };
  }

  async #refuseDouble(tx: Tx, actor: Actor, { externalId }: PlaceOrderRequest): Promise<void> {
    if (externalId === undefined) return;
    if (await this.repository.hasExternal(tx, placedBy(actor), externalId)) {
      throw new DomainError('already_exists', 'An order with this externalId exists already.', [
        { pointer: '/externalId', code: 'already_exists', detail: 'Use another externalId.', actual: externalId },
      ]);
    }
  }

  #newOrder(facts: {
    actor: Actor;
    location: Location;
    request: PlaceOrderRequest;
    placedAt: number;
    table: DiningTable | null;
    pricing: Pricing;
  }): Order {
    const { actor, location, request, placedAt, table, pricing } = facts;
    const { priced } = pricing.result;
    return {
      id: newId(),
      locationId: location.id,
      number: 0,
      businessDate: businessDate(placedAt, location.timezone, location.businessDayCutoffMinute),
      version: 0,
      state: 'placed',
      source: sourceOf(actor, request),
      placedBy: placedBy(actor),
      externalId: request.externalId ?? null,
      trackingToken: newToken(),
      fulfilment: request.fulfilment.type,
      tableId: table?.id ?? null,
      tableName: table?.name ?? null,
      language: request.language ?? location.defaultLanguage,
      guestName: request.guest?.name ?? null,
      guestPhone: request.guest?.phone ?? null,
      note: request.note ?? null,
      ...amountsOf(priced),
      menuRevision: pricing.menuRevision,
      placedAt,
      cookingStartedAt: null,
      ...readyRange(placedAt, location.readyMinutes),
      timeline: [{ state: 'placed', at: new Date(placedAt).toISOString() }],
      reason: null,
      ticketCount: 0,
    };
  }
}

function amountsOf(priced: PricedBasket<Text>) {
  const { totalMinor } = priced;
  return {
    currency: priced.currency,
    taxInclusive: priced.taxInclusive,
    paymentState: paymentStateOf({ totalMinor, authorisedMinor: 0, paidMinor: 0, refundedMinor: 0 }),
    itemCount: priced.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotalMinor: priced.subtotalMinor,
    taxes: [...priced.taxes],
    taxMinor: priced.taxMinor,
    tipMinor: priced.tipMinor,
    totalMinor,
    paidMinor: 0,
  };
}

function sourceOf(actor: Actor, request: PlaceOrderRequest): Order['source'] {
  if (actor.kind === 'guest') return 'guest-site';
  return request.placedAt === undefined ? 'staff' : 'takeover';
}

function placedBy(actor: Actor): string {
  return actor.kind === 'staff' ? actor.id : 'guest';
}

function refuseWhenClosed(location: Location, at: number): void {
  const { acceptingOrders, closedReason } = orderingAt(location, at);
  if (acceptingOrders) return;
  const detail =
    closedReason === 'paused' ? 'The restaurant is not taking orders right now.' : 'The restaurant is closed now.';
  throw new DomainError('restaurant_closed', detail);
}

function refuseProblems({ problems, priced }: PricingResult<Text>, { expectedTotalMinor }: PlaceOrderRequest): void {
  const refusal = refusalOf(problems);
  if (refusal) throw new DomainError(refusal.code, refusal.detail, problems);
  if (expectedTotalMinor === undefined || expectedTotalMinor === priced.totalMinor) return;
  throw new DomainError('price_changed', 'The price has changed. Look at the new total and order again.', [
    {
      pointer: '/expectedTotalMinor',
      code: 'price_changed',
      detail: 'This is not the total any more.',
      limit: priced.totalMinor,
      actual: expectedTotalMinor,
    },
  ]);
}

function invalid(pointer: string, code: string, detail: string): DomainError {
  return new DomainError('invalid_request', detail, [{ pointer, code, detail }]);
}
