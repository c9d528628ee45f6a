import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type {
  BasketProblem,
  SlotFull,
  SlotDayView,
  SlotReason,
  SlotsRequest,
  SlotsView,
  SlotTime,
  SlotView,
} from '@comanda/shared';
import { checkAddress, dateOf, fullBy, SLOT_REASON_CODES, textIn } from '@comanda/shared';
import { closedReasonAt } from '../../locations/index.js';
import { Clock } from '../../platform/clock/index.js';
import { OrderingSnapshots } from '../placing/ordering-snapshot.js';
import type { OrderingSnapshot } from '../placing/ordering-snapshot.js';
import { Pricing, tableOf } from '../placing/pricing.js';
import { promiseOf } from './promise.js';
import { SlotLoads } from './slot-loads.js';
import { loadOf, planOf, timesAt, zoneAt } from './slot-planning.js';

/** When a basket can be had: as soon as possible, and at which times, each that cannot with its reason. */
@Injectable()
export class Slots {
  constructor(
    private readonly snapshots: OrderingSnapshots,
    private readonly pricing: Pricing,
    private readonly loads: SlotLoads,
    private readonly clock: Clock,
  ) {}

  async of(locationId: string, request: SlotsRequest): Promise<SlotsView> {
    const now = this.clock.now();
    const snapshot = await this.snapshots.recent(locationId);
    const { location, stations } = snapshot;
    const asap = withoutTime(request);
    tableOf(snapshot, asap);
    const zone = zoneAt(location, request.fulfilment);
    const plan = planOf(location, zone);
    const times = timesAt(location, plan, now);
    const counts = await this.loads.read({ locationId, fromMs: now, untilMs: times.at(-1)?.fromMs ?? now });
    const { priced, problems } = this.pricing.price(snapshot, asap, now);
    const wanted = loadOf(priced.lines, stations);
    const say = (problem: BasketProblem | undefined) => reasonOf(snapshot, request, problem);
    const problemsAt = this.pricing.problemsByTime(snapshot, request, now);
    const unreachable = checkAddress(location.deliveryZones ?? [], request.fulfilment);
    const slotView = (time: SlotTime): SlotView => {
      const full = fullBy(plan.settings, counts.at(locationId, time.fromMs, request.fulfilment.slotHold), wanted);
      const reason = full ? fullReason(snapshot, full) : say(blamed([...problemsAt(time.fromMs), ...unreachable]));
      return { from: instant(time.fromMs), until: instant(time.untilMs), ...(reason ? { reason } : {}) };
    };
    const { readyFrom, readyUntil } = promiseOf(location, { placedAt: now, zone, wantedAt: undefined });
    const closed = closedReasonAt(location, now);
    const reason = closed ? CLOSED[closed] : say(blamed(problems));
    const days: SlotDayView[] = [];
    for (const [date, own] of Map.groupBy(times, ({ fromMs }) => dateOf(fromMs, location.timezone))) {
      days.push({ date, slots: own.map(slotView) });
      // A month of times of a large basket must not hold up the orders of others.
      await othersTurn();
    }
    return {
      timezone: location.timezone,
      asap: { range: { from: instant(readyFrom), until: instant(readyUntil) }, ...(reason ? { reason } : {}) },
      days,
    };
  }
}

const CLOSED: Readonly<Record<'outside-hours' | 'paused', SlotReason>> = {
  'outside-hours': { code: 'restaurant_closed' },
  paused: { code: 'ordering_paused' },
};

/** Only what another time could mend is a reason; what is wrong with the basket itself, the quote tells. */
function blamed(problems: readonly BasketProblem[]): BasketProblem | undefined {
  return problems.find(({ code }) => SLOT_REASON_CODES.some((known) => known === code));
}

function reasonOf(
  { menu, location }: OrderingSnapshot,
  { language = location.defaultLanguage }: SlotsRequest,
  problem: BasketProblem | undefined,
): SlotReason | undefined {
  const code = SLOT_REASON_CODES.find((known) => known === problem?.code);
  if (!problem || !code) return undefined;
  const { resource, limit } = problem;
  const item =
    resource === undefined ? undefined : (menu.index.items.get(resource) ?? menu.index.variants.get(resource)?.item);
  return {
    code,
    ...(item ? { name: textIn(item.name, language, location.defaultLanguage) } : {}),
    ...(resource === undefined ? {} : { resource }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function fullReason({ stations }: OrderingSnapshot, full: SlotFull): SlotReason {
  if (full.code === 'slot_full') return full;
  const name = stations.find(({ id }) => id === full.stationId)?.name;
  return { code: full.code, resource: full.stationId, ...(name === undefined ? {} : { name }) };
}

function withoutTime({
  fulfilment: { requestedFor: _requestedFor, ...fulfilment },
  ...request
}: SlotsRequest): SlotsRequest {
  return { ...request, fulfilment };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
