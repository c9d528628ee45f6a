import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import type { TicketView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { TicketFeed, type TicketNews } from '../live/ticket-feed';
import { TICKET_TEXTS } from '../ticket/ticket-texts';
import { allergyNotes } from '../ticket/allergy';
import { spokenTicket, standingOf, titleOf } from '../ticket/ticket-words';
import { KitchenSounds } from './kitchen-sounds';

/** What is heard: arrivals, cancellations, and each ticket once when it becomes late. */
@Injectable()
export class KitchenAlarm {
  private readonly feed = inject(TicketFeed);
  private readonly sounds = inject(KitchenSounds);
  private readonly announcer = inject(Announcer);
  private readonly toldLate = new Set<string>();
  private readonly late = computed(() =>
    this.feed.onBoard().filter((ticket) => standingOf(ticket, this.feed.picture.now()) === 'late'),
  );
  private begun = false;

  constructor() {
    this.feed.onNews((news) => this.hear(news));
    effect(() => {
      const [late, loaded] = [this.late(), this.feed.picture.loaded()];
      if (loaded) untracked(() => this.tellLate(late));
    });
  }

  private hear({ type, ticket, before }: TicketNews): void {
    if (type === 'ticket.fired' && before === undefined) {
      this.sounds.play('arrived');
      this.announcer.polite(TICKET_TEXTS.arrived(spokenTicket(ticket, this.feed.picture.now())));
      for (const note of allergyNotes(ticket)) {
        this.announcer.assertive(TICKET_TEXTS.saidAllergy(titleOf(ticket), note));
      }
    }
    if (type === 'ticket.withdrawn') {
      this.sounds.play('withdrawn');
      this.announcer.polite(TICKET_TEXTS.withdrawn(titleOf(ticket)));
    }
  }

  /** Tickets that were late before the screen was opened make no sound. */
  private tellLate(late: readonly TicketView[]): void {
    const fresh = late.filter(({ id }) => !this.toldLate.has(id));
    for (const { id } of fresh) this.toldLate.add(id);
    if (this.begun && fresh.length > 0) this.sounds.play('late');
    this.begun = true;
  }
}
