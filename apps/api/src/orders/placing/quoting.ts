import { Injectable } from '@nestjs/common';
import type { BasketProblem, DeliveryZone, PricedBasket, QuoteRequest, QuoteView, Text } from '@comanda/shared';
import { textIn } from '@comanda/shared';
import { closedReasonAt } from '../../locations/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/http/index.js';
import { slotProblem } from '../domain/slot-problem.js';
import { promiseOf } from '../slots/promise.js';
import { SlotLoads } from '../slots/slot-loads.js';
import { loadOf, planOf, timesAt, zoneAt } from '../slots/slot-planning.js';
import { LOOK_AHEAD_MS } from '../slots/slot-ranges.js';
import { translateBasket } from '../translate-basket.js';
import { OrderingSnapshots } from './ordering-snapshot.js';
import type { OrderingSnapshot } from './ordering-snapshot.js';
import { checkRights, Pricing, tableOf, wantedAtOf } from './pricing.js';

/** Prices baskets that are not ordered yet; nothing is stored. */
@Injectable()
export class Quoting {
  constructor(
    private readonly snapshots: OrderingSnapshots,
    private readonly pricing: Pricing,
    private readonly loads: SlotLoads,
    private readonly clock: Clock,
  ) {}

  /** What the basket costs and all that is wrong with it. */
  async quote(actor: Actor, locationId: string, request: QuoteRequest): Promise<QuoteView> {
    checkRights(actor, request);
    const now = this.clock.now();
    const snapshot = await this.snapshots.recent(locationId);
    const { location, menu } = snapshot;
    tableOf(snapshot, request);
    const { priced, problems } = this.pricing.price(snapshot, request, now);
    const language = request.language ?? location.defaultLanguage;
    const wantedAt = wantedAtOf(request);
    const zone = zoneAt(location, request.fulfilment);
    const { readyFrom, readyUntil } = promiseOf(location, { placedAt: now, zone, wantedAt });
    const slot =
      wantedAt === undefined ? [] : await this.#slotProblems(snapshot, { now, wantedAt, zone, priced, request });
    const all = [...problems, ...slot];
    const isClosed = wantedAt === undefined && closedReasonAt(location, now) !== undefined;
    return {
      ...translateBasket(priced, (text) => textIn(text, language, location.defaultLanguage)),
      menuRevision: menu.number,
      orderable: all.length === 0 && !isClosed,
      problems: all,
      readyEstimate: { from: new Date(readyFrom).toISOString(), until: new Date(readyUntil).toISOString() },
    };
  }

  async #slotProblems(
    { location, stations }: OrderingSnapshot,
    { now, wantedAt, zone, priced, request }: AskedTime,
  ): Promise<BasketProblem[]> {
    const plan = planOf(location, zone);
    const range = { locationId: location.id, fromMs: wantedAt, untilMs: wantedAt + LOOK_AHEAD_MS };
    const counts = await this.loads.read(range);
    const problem = slotProblem(plan, {
      askedMs: wantedAt,
      times: timesAt(location, plan, now),
      wanted: loadOf(priced.lines, stations),
      taken: (fromMs) => counts.at(location.id, fromMs, request.fulfilment.slotHold),
    });
    return problem ? [problem] : [];
  }
}

interface AskedTime {
  readonly now: number;
  readonly wantedAt: number;
  readonly zone: DeliveryZone | undefined;
  readonly priced: PricedBasket<Text>;
  readonly request: QuoteRequest;
}
