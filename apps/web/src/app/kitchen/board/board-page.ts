import {
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { TicketView } from '@comanda/shared';
import { PageTitle } from '../../core/page-title';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { Icon } from '../../ui/icon/icon';
import { KitchenAlarm } from '../device/kitchen-alarm';
import { KeySwitch } from '../device/key-switch';
import { KitchenSounds } from '../device/kitchen-sounds';
import { KitchenPlace } from '../kitchen-place';
import { KEY_LIST, KITCHEN_TEXTS } from '../kitchen-texts';
import { KitchenBar } from '../live/kitchen-bar';
import { KitchenState } from '../live/kitchen-state';
import { TicketFeed } from '../live/ticket-feed';
import { SlotBoard } from '../slots/slot-board';
import { SlotFocus } from '../slots/slot-focus';
import { SlotSize } from '../slots/slot-size';
import { DepartureCard } from '../ticket/departure-card';
import { Departures, type Departure } from '../ticket/departures';
import { TicketCard } from '../ticket/ticket-card';
import { TicketCommands } from '../ticket/ticket-commands';
import { TICKET_TEXTS } from '../ticket/ticket-texts';
import { titleOf } from '../ticket/ticket-words';
import { boardKeyOf, keyOfSlot, type BoardKey } from './board-keys';
import { KeysSheet } from './keys-sheet';
import { RecallSheet } from './recall-sheet';
import { WaitingSheet } from './waiting-sheet';
import { wishOf } from './ticket-wish';

const ALL = 'all';

/** The board of a station: its tickets in slots that never move. */
@Component({
  selector: 'app-board-page',
  imports: [
    ClockTimePipe,
    DepartureCard,
    Icon,
    KeysSheet,
    KitchenBar,
    KitchenState,
    RecallSheet,
    SlotSize,
    TicketCard,
    WaitingSheet,
  ],
  templateUrl: './board-page.html',
  providers: [Departures, KitchenAlarm, TicketCommands, TicketFeed],
  host: { '(document:keydown)': 'press($event)' },
})
export class BoardPage {
  /** From the address; `all` for every station. */
  readonly stationId = input.required<string>();

  protected readonly t = KITCHEN_TEXTS;
  protected readonly keyList = KEY_LIST;
  protected readonly titleOf = titleOf;
  protected readonly place = inject(KitchenPlace);
  protected readonly feed = inject(TicketFeed);
  protected readonly commands = inject(TicketCommands);
  private readonly departures = inject(Departures);
  private readonly keys = inject(KeySwitch);
  private readonly sounds = inject(KitchenSounds);
  private readonly title = inject(PageTitle);
  private readonly list = viewChild<ElementRef<HTMLElement>>('slots');

  protected readonly station = computed(() => (this.stationId() === ALL ? null : this.stationId()));
  protected readonly heading = computed(() => {
    const id = this.station();
    return id === null ? this.t.allStations : this.place.stationName(id);
  });
  protected readonly shownTickets = computed(() => {
    const leaving = [...this.departures.all().values()].map(({ ticket }) => ticket);
    const staying = this.feed.onBoard().filter(({ id }) => leaving.every((ticket) => ticket.id !== id));
    return [...staying, ...leaving].sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  });
  protected readonly board = new SlotBoard(computed(() => this.shownTickets().map(wishOf)));
  protected readonly cells = computed(() => {
    const tickets = new Map(this.shownTickets().map((ticket) => [ticket.id, ticket]));
    const views = this.board.views().map(({ id, ...place }) => ({
      ...place,
      key: keyOfSlot(place.index),
      ticket: id === null ? undefined : tickets.get(id),
      departure: id === null ? undefined : this.departures.all().get(id),
    }));
    if (this.board.layout().columns > 1) return views;
    // A column ends with its last ticket: empty slots below it would only be scrolled past.
    return views.slice(0, views.findLastIndex(({ ticket }) => ticket !== undefined) + 1);
  });
  protected readonly queue = computed(() => {
    const ids = this.board.waiting();
    return this.shownTickets().filter(({ id }) => ids.includes(id));
  });
  protected readonly shownWords = computed(() => this.t.tickets(this.feed.onBoard().length));
  protected readonly sheet = signal<'recall' | 'waiting' | 'keys' | null>(null);
  protected readonly focus = new SlotFocus(() => this.list()?.nativeElement, this.cells);

  constructor() {
    inject(KitchenAlarm);
    effect(() => {
      const station = this.station();
      untracked(() => this.feed.follow(station));
    });
    effect(() => this.title.set(this.heading()));
  }

  protected stationOf({ stationId }: TicketView): string | null {
    return this.station() === null ? this.place.stationName(stationId) : null;
  }

  protected wordFor({ by, failure }: Departure): string {
    if (failure !== null) return TICKET_TEXTS.failed;
    return by === null ? TICKET_TEXTS.bumped : TICKET_TEXTS.bumpedBy(by);
  }

  protected press(event: KeyboardEvent): void {
    if (!this.keys.on() || this.sheet() !== null || event.defaultPrevented) return;
    const key = boardKeyOf(event);
    if (key === null || (event.repeat && key.does !== 'move' && key.does !== 'step')) return;
    event.preventDefault();
    this.carryOut(key);
  }

  private carryOut(key: BoardKey): void {
    switch (key.does) {
      case 'bump':
        return this.bumpSlot(key.slot);
      case 'move':
        return this.focus.move(key.by);
      case 'step':
        return this.focus.step(key.by);
      case 'start':
        return this.startFocused();
      case 'recall-last':
        return void this.commands.recallLast(this.station());
      case 'recall-list':
        return this.sheet.set('recall');
      case 'close-up':
        return this.board.closeUp();
      case 'mute':
        return this.sounds.toggle();
      case 'help':
        return this.sheet.set('keys');
    }
  }

  private bumpSlot(slot: number): void {
    const ticket = this.ticketAt(slot);
    if (ticket === undefined) return;
    if (ticket.state === 'cancelled') this.commands.acknowledge(ticket);
    else this.commands.bump(ticket);
  }

  private startFocused(): void {
    const slot = this.focus.current();
    const ticket = slot === null ? undefined : this.ticketAt(slot);
    if (ticket?.state === 'fired') this.commands.start(ticket);
  }

  private ticketAt(slot: number): TicketView | undefined {
    const id = this.board.at(slot);
    return this.shownTickets().find((ticket) => ticket.id === id && !this.departures.all().has(ticket.id));
  }
}
