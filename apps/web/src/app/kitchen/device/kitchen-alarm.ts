import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { EventType, TicketView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { TicketFeed, type TicketNews } from '../live/ticket-feed';
import { TICKET_TEXTS } from '../ticket/ticket-texts';
import { allergyWords } from '../ticket/allergy';
import { isForLater, spokenTicket, standingOf, titleOf } from '../ticket/ticket-words';
import { KitchenSounds } from './kitchen-sounds';

const ALARMING: readonly EventType[] = ['ticket.withdrawn', 'ticket.changed', 'ticket.escalated'];

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
  private readonly expected = signal<readonly TicketView[]>([]);
  private begun = false;

  constructor() {
    this.feed.onNews((news) => this.hear(news));
    effect(() => {
      const now = this.feed.picture.now();
      const arrived = this.expected().filter(({ startAt }) => !isForLater(startAt, now));
      if (arrived.length > 0) untracked(() => this.tellArrived(arrived));
    });
    effect(() => {
      const [late, loaded] = [this.late(), this.feed.picture.loaded()];
      if (loaded) untracked(() => this.tellLate(late));
    });
  }

  private hear({ type, ticket, before }: TicketNews): void {
    if (type === 'ticket.fired' && before === undefined) this.expected.update((all) => [...all, ticket]);
    if (ALARMING.includes(type)) {
      this.sounds.play('withdrawn');
      this.announcer.polite(TICKET_TEXTS.withdrawn(titleOf(ticket)));
    }
  }

  /** A ticket is told when its station is to begin, which may be later than it was fired. */
  private tellArrived(arrived: readonly TicketView[]): void {
    const ids = new Set(arrived.map(({ id }) => id));
    this.expected.update((all) => all.filter(({ id }) => !ids.has(id)));
    for (const ticket of arrived) {
      const warning = allergyWords(ticket);
      this.sounds.play(warning === '' ? 'arrived' : 'allergy');
      this.announcer.polite(TICKET_TEXTS.arrived(spokenTicket(ticket, this.feed.picture.now())));
      if (warning !== '') this.announcer.assertive(TICKET_TEXTS.saidAllergy(titleOf(ticket), warning));
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
