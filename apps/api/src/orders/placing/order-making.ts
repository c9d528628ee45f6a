import { Injectable } from '@nestjs/common';
import type { DeliveryZone, PlaceOrderRequest, PricedBasket, PricedLine, PricingResult, Text } from '@comanda/shared';
import { checkPhone, cutleryOf, paymentStateOf } from '@comanda/shared';
import type { DiningTable, Location } from '../../locations/index.js';
import { businessDateAt, closedReasonAt } from '../../locations/index.js';
import { Clock, newId, newToken, toInstant } from '../../platform/clock/index.js';
import { DomainError } from '../../platform/http/index.js';
import type { Actor } from '../../platform/http/index.js';
import { promiseOf } from '../slots/promise.js';
import { zoneAt } from '../slots/slot-planning.js';
import { flattenLines } from '../domain/flat-lines.js';
import { refusalOf } from '../domain/refusal.js';
import type { Order, OrderLine } from '../order.js';
import type { OrderingSnapshot } from './ordering-snapshot.js';
import { checkRights, Pricing, tableOf, wantedAtOf } from './pricing.js';

/** What somebody wants to order at a restaurant. */
export interface Wish {
  readonly actor: Actor;
  readonly locationId: string;
  readonly request: PlaceOrderRequest;
}

interface Facts extends Wish {
  readonly snapshot: OrderingSnapshot;
  readonly placedAt: number;
  readonly table: DiningTable | null;
  readonly zone: DeliveryZone | undefined;
  readonly priced: PricedBasket<Text>;
}

export interface MadeOrder {
  readonly order: Order;
  readonly lines: OrderLine[];
  readonly dishes: readonly PricedLine<Text>[];
  /** To which it is brought. */
  readonly zone: DeliveryZone | undefined;
  /** At which it is eaten; null for the others. */
  readonly table: DiningTable | null;
}

/** Makes an order out of what was asked for: the server alone says what something costs and whether it can be had. */
@Injectable()
export class OrderMaking {
  constructor(
    private readonly pricing: Pricing,
    private readonly clock: Clock,
  ) {}

  /** The order without its number, and its lines. Nothing is stored; throws the refusal when it cannot be had. */
  make(snapshot: OrderingSnapshot, wish: Wish): MadeOrder {
    const { actor, request } = wish;
    checkRights(actor, request);
    const placedAt = request.placedAt === undefined ? this.clock.now() : Date.parse(request.placedAt);
    const table = tableOf(snapshot, request);
    if (request.placedAt === undefined && wantedAtOf(request) === undefined) {
      refuseWhenClosed(snapshot.location, placedAt);
    }
    const result = this.pricing.price(snapshot, request, placedAt);
    // What was brought in the past needs nobody to be called.
    const uncallable = request.placedAt === undefined ? checkPhone(request.fulfilment.type, request.guest) : [];
    refuseProblems({ ...result, problems: [...result.problems, ...uncallable] }, request);
    const zone = zoneAt(snapshot.location, request.fulfilment);
    const order = newOrder({ ...wish, snapshot, placedAt, table, zone, priced: result.priced });
    return {
      order,
      lines: flattenLines(result.priced.lines, {
        index: snapshot.menu.index,
        orderId: order.id,
        newId,
        asked: request.lines,
      }),
      dishes: result.priced.lines,
      zone,
      table,
    };
  }
}

/** Whose order it is: a staff account's id, or `guest`. */
export function placedBy(actor: Actor): string {
  return actor.kind === 'staff' ? actor.id : 'guest';
}

function newOrder({ actor, snapshot, request, placedAt, table, zone, priced }: Facts): Order {
  const { location, menu } = snapshot;
  const promise = promiseOf(location, { placedAt, zone, wantedAt: wantedAtOf(request) });
  return {
    id: newId(),
    locationId: location.id,
    number: 0,
    businessDate: businessDateAt(location, promise.requestedFor ?? placedAt),
    version: 0,
    state: 'placed',
    source: sourceOf(actor, request),
    placedBy: placedBy(actor),
    externalId: request.externalId ?? null,
    trackingToken: newToken(),
    fulfilment: request.fulfilment.type,
    tableId: table?.id ?? null,
    tableName: table?.name ?? null,
    address: zone && request.fulfilment.address ? { ...request.fulfilment.address } : null,
    cutlery: cutleryOf(location.cutlery ?? 'not-offered', request.fulfilment.type, request.fulfilment.cutlery),
    sittingId: null,
    language: request.language ?? location.defaultLanguage,
    ...saidByGuest(request),
    ...amountsOf(priced),
    menuRevision: menu.number,
    placedAt,
    cookingStartedAt: null,
    ...promise,
    timeline: [{ state: 'placed', at: toInstant(placedAt) }],
    reason: null,
    ticketCount: 0,
    rush: false,
    kitchenUnanswered: false,
  };
}

function saidByGuest({ guest, note, allergies = [] }: PlaceOrderRequest) {
  return {
    guestName: guest?.name ?? null,
    guestPhone: guest?.phone ?? null,
    note: note ?? null,
    allergies: allergies.length > 0 ? [...allergies] : null,
  };
}

function amountsOf(priced: PricedBasket<Text>) {
  const { totalMinor } = priced;
  return {
    currency: priced.currency,
    taxInclusive: priced.taxInclusive,
    paymentState: paymentStateOf({ totalMinor, authorisedMinor: 0, paidMinor: 0, refundedMinor: 0 }),
    itemCount: priced.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotalMinor: priced.subtotalMinor,
    fees: priced.fees.length > 0 ? [...priced.fees] : null,
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

function refuseWhenClosed(location: Location, at: number): void {
  const closedReason = closedReasonAt(location, at);
  if (closedReason === undefined) return;
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
