import { Injectable } from '@nestjs/common';
import type {
  AheadMoment,
  BasketLine,
  BasketProblem,
  FulfilmentType,
  MenuIndex,
  PlaceOrderRequest,
  PricingResult,
  QuoteRequest,
  SlotsRequest,
  Text,
} from '@comanda/shared';
import { checkAddress, checkAhead } from '@comanda/shared';
import { priceBasket, timeChecks } from '@comanda/shared/pricing';
import { momentAt } from '../../locations/index.js';
import type { DiningTable, Location } from '../../locations/index.js';
import { DomainError } from '../../platform/http/index.js';
import type { Actor } from '../../platform/http/index.js';
import { allergyProblems } from '../domain/allergy-problems.js';
import { requireStaffRights } from '../domain/staff-fields.js';
import { MINUTE_MS, zoneAt } from '../slots/slot-planning.js';
import { OrderingSnapshots } from './ordering-snapshot.js';
import type { OrderingSnapshot } from './ordering-snapshot.js';

/** What a quote and an order have in common: who may ask what, at which table, and what it costs. */
@Injectable()
export class Pricing {
  constructor(private readonly snapshots: OrderingSnapshots) {}

  price(
    snapshot: OrderingSnapshot,
    request: SlotsRequest | QuoteRequest | PlaceOrderRequest,
    at: number,
  ): PricingResult<Text> {
    const { location, menu } = snapshot;
    const wantedAt = wantedAtOf(request) ?? at;
    const zone = zoneAt(location, request.fulfilment);
    const basket = {
      lines: request.lines,
      fulfilment: request.fulfilment.type,
      ...(zone === undefined ? {} : { zone }),
      ...('tipMinor' in request && request.tipMinor !== undefined ? { tipMinor: request.tipMinor } : {}),
    };
    const backdated = 'placedAt' in request && request.placedAt !== undefined;
    const { availability, now, ...context } = this.#contextOf(snapshot, wantedAt);
    // What was sold in the past is not held against what is on sale now.
    const { priced, problems } = priceBasket(menu.index, basket, {
      ...context,
      ...(backdated ? {} : { availability, now }),
    });
    const { fulfilment, lines } = request;
    const late =
      backdated || !asksAhead(menu.index) ? [] : checkAhead(menu.index, lines, aheadAt(location, request, at));
    const unreachable = backdated ? [] : checkAddress(location.deliveryZones ?? [], fulfilment);
    return { priced, problems: [...problems, ...late, ...allergyProblems(lines, menu.index), ...unreachable] };
  }

  /** Of these problems those that depend on the wanted time, for many times at little cost. */
  problemsByTime(
    { location, menu, availability }: OrderingSnapshot,
    { lines }: SlotsRequest,
    orderedAtMs: number,
  ): (wantedAtMs: number) => BasketProblem[] {
    const check = timeChecks(menu.index, lines, availability);
    return (wantedAtMs) =>
      check({
        now: { ...momentAt(location, wantedAtMs), instantMs: wantedAtMs },
        ahead: { orderedAtMs, wantedAtMs, timezone: location.timezone },
      });
  }

  /** A dish for an order that has its fees and its minimum already. */
  priceAdded(
    snapshot: OrderingSnapshot,
    { fulfilment, line }: { readonly fulfilment: FulfilmentType; readonly line: BasketLine },
    at: number,
  ): PricingResult<Text> {
    const { index } = snapshot.menu;
    const basket = { lines: [line], fulfilment };
    const { priced, problems } = priceBasket(index, basket, this.#contextOf(snapshot, at));
    const late = checkAhead(
      index,
      basket.lines,
      aheadAt(snapshot.location, { ...basket, fulfilment: { type: fulfilment } }, at),
    );
    return { priced, problems: [...problems, ...late, ...allergyProblems(basket.lines, index)] };
  }

  #contextOf(snapshot: OrderingSnapshot, wantedAt: number) {
    const { location, availability } = snapshot;
    const moment = momentAt(location, wantedAt);
    return {
      taxRates: this.snapshots.taxRates(snapshot, moment.date),
      taxInclusive: location.taxInclusive,
      availability,
      now: { ...moment, instantMs: wantedAt },
    };
  }
}

const askAhead = new WeakMap<MenuIndex<Text>, boolean>();

/** Whether some dish must be ordered earlier than others: of most menus none, which then are not looked through. */
function asksAhead(index: MenuIndex<Text>): boolean {
  const known = askAhead.get(index);
  if (known !== undefined) return known;
  const asks = [...index.items.values()].some(
    ({ leadMinutes, cutoffMinute }) => leadMinutes !== undefined || cutoffMinute !== undefined,
  );
  askAhead.set(index, asks);
  return asks;
}

/** The time for which somebody asks; undefined: as soon as possible. */
export function wantedAtOf({ fulfilment: { requestedFor } }: SlotsRequest): number | undefined {
  return requestedFor === undefined ? undefined : Date.parse(requestedFor);
}

function aheadAt({ readyMinutes, timezone }: Location, request: SlotsRequest, orderedAtMs: number): AheadMoment {
  const wantedAtMs = wantedAtOf(request) ?? orderedAtMs + readyMinutes.until * MINUTE_MS;
  return { orderedAtMs, wantedAtMs, timezone };
}

/** Throws `forbidden` when the request says what only staff with the permission may say. */
export function checkRights(actor: Actor, request: QuoteRequest | PlaceOrderRequest): void {
  const items = requireStaffRights(actor.kind === 'staff' ? actor.role : undefined, request);
  if (items.length > 0) throw new DomainError('forbidden', 'Only staff may set this. Leave it out.', items);
}

/** The table of a dine-in order; null for the others. */
export function tableOf({ location, tables }: OrderingSnapshot, { fulfilment }: SlotsRequest): DiningTable | null {
  if (!location.fulfilmentTypes.includes(fulfilment.type)) {
    const detail = 'The restaurant does not offer this. Choose another way.';
    throw invalid('/fulfilment/type', 'unsupported_fulfilment', detail);
  }
  if (fulfilment.type !== 'dine-in') return null;
  if (fulfilment.requestedFor !== undefined) {
    throw invalid('/fulfilment/requestedFor', 'only_at_once', 'At the table it comes as soon as it is ready.');
  }
  if (fulfilment.tableToken === undefined) {
    throw invalid('/fulfilment/tableToken', 'table_required', 'Scan the code on your table.');
  }
  const table = tables.get(fulfilment.tableToken);
  // A wrong token does not tell whether another restaurant has such a table.
  if (!table) throw new DomainError('not_found', 'This table code is not known. Ask the staff for a new one.');
  return table;
}

function invalid(pointer: string, code: string, detail: string): DomainError {
  return new DomainError('invalid_request', detail, [{ pointer, code, detail }]);
}
