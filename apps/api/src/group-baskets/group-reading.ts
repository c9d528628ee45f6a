import { Injectable } from '@nestjs/common';
import type { FulfilmentType, GroupBasketView, LanguageTag } from '@comanda/shared';
import { LocationDirectory } from '../locations/index.js';
import { Quoting } from '../orders/index.js';
import { Clock } from '../platform/clock/index.js';
import { DomainError, GUEST } from '../platform/http/index.js';
import { groupStateAt, wholeBasket } from './domain/group-rules.js';
import type { WholeGroup } from './group-basket.js';
import { GroupBasketRepository } from './group-basket.repository.js';
import { toClosedGroupView, toGroupBasketView } from './group-basket.view.js';

/** In which way a basket is priced before the host has said how it is wanted; the first that the restaurant offers. */
const USUAL: readonly FulfilmentType[] = ['pickup', 'delivery'];

/** Shows a basket to whoever has its link, at the prices of the moment. */
@Injectable()
export class GroupReading {
  constructor(
    private readonly repository: GroupBasketRepository,
    private readonly locations: LocationDirectory,
    private readonly quoting: Quoting,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found` for a link that is not known, or not any more. */
  async byLink(groupToken: string, language?: LanguageTag): Promise<GroupBasketView> {
    const group = await this.repository.findByLink(groupToken);
    if (!group) throw unknownLink();
    return this.#view(group, language);
  }

  async byId(id: string, language?: LanguageTag): Promise<GroupBasketView> {
    const group = await this.repository.find(id);
    if (!group) throw unknownLink();
    return this.#view(group, language);
  }

  /** Throws `not_available` when everything is ordered at the table: there everybody orders by themselves. */
  async fulfilmentAt(locationId: string): Promise<FulfilmentType> {
    const { fulfilmentTypes } = await this.locations.recent(locationId);
    const type = USUAL.find((each) => fulfilmentTypes.includes(each));
    if (type === undefined) throw new DomainError('not_available', 'Here everybody orders at the table.');
    return type;
  }

  async #view(group: WholeGroup, language?: LanguageTag): Promise<GroupBasketView> {
    const now = this.clock.now();
    const { locationId } = group.basket;
    const state = groupStateAt(group.basket, now);
    if (state === 'ordered' || state === 'expired') {
      return toClosedGroupView(group, await this.locations.recent(locationId), now);
    }
    const asked = {
      fulfilment: { type: await this.fulfilmentAt(locationId) },
      lines: wholeBasket(group.people),
      ...(language === undefined ? {} : { language }),
    };
    return toGroupBasketView(group, await this.quoting.quote(GUEST, locationId, asked), now);
  }
}

export function unknownLink(): DomainError {
  return new DomainError('not_found', 'This link has expired or was mistyped.');
}
