import { Injectable } from '@nestjs/common';
import type { QuoteRequest, QuoteView } from '@comanda/shared';
import { textIn } from '@comanda/shared';
import { closedReasonAt } from '../../locations/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/http/index.js';
import { readyRange } from '../domain/estimate.js';
import { translateBasket } from '../translate-basket.js';
import { OrderingSnapshots } from './ordering-snapshot.js';
import { checkRights, Pricing, tableOf } from './pricing.js';

/** Prices baskets that are not ordered yet; nothing is stored. */
@Injectable()
export class Quoting {
  constructor(
    private readonly snapshots: OrderingSnapshots,
    private readonly pricing: Pricing,
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
    const { readyFrom, readyUntil } = readyRange(now, location.readyMinutes);
    return {
      ...translateBasket(priced, (text) => textIn(text, language, location.defaultLanguage)),
      menuRevision: menu.number,
      orderable: problems.length === 0 && closedReasonAt(location, now) === undefined,
      problems,
      readyEstimate: { from: new Date(readyFrom).toISOString(), until: new Date(readyUntil).toISOString() },
    };
  }
}
