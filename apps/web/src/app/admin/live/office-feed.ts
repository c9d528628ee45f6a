import { Injectable, inject } from '@angular/core';
import { EVENT_TYPES, type EventView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-client';
import { openLiveFeed } from '../../core/live/live-feed';
import { SessionStore } from '../../core/session/session-store';

export interface OfficeListener {
  readonly onEvent?: (event: EventView) => void;
  /** News may have been missed: fetch the whole picture again. Also called once the feed stands. */
  readonly onRefetch?: () => void;
}

/** All that happens in the restaurant, once for the whole office; the pages listen. */
@Injectable()
export class OfficeFeed {
  private readonly session = inject(SessionStore);
  private readonly listeners = new Set<OfficeListener>();

  readonly feed = openLiveFeed({
    url: () => {
      const locationId = this.session.locationId();
      return locationId === null ? null : `${apiUrl('/locations', locationId)}/events/stream`;
    },
    events: EVENT_TYPES,
    onEvent: ({ data }) => this.listeners.forEach((each) => each.onEvent?.(data as EventView)),
    onGap: () => this.refetch(),
    // Between a page's first picture and the standing feed something may have happened.
    onOpen: () => this.refetch(),
  });

  /** Listens until the answer is called. */
  listen(listener: OfficeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private refetch(): void {
    this.listeners.forEach((each) => each.onRefetch?.());
  }
}
