import { Component, type ElementRef, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import type { TicketView } from '@comanda/shared/kitchen';
import { PageTitle } from '../../core/page-title';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { Icon } from '../../ui/icon/icon';
import { LazyPart } from '../../ui/lazy/lazy-part';
import { KitchenAlarm } from '../device/kitchen-alarm';
import { KeyMaps } from '../device/key-map';
import { KeySwitch } from '../device/key-switch';
import { KitchenPlace } from '../kitchen-place';
import { KEY_LIST, KITCHEN_TEXTS } from '../kitchen-texts';
import { KitchenBar } from '../live/kitchen-bar';
import { KitchenState } from '../live/kitchen-state';
import { TicketFeed } from '../live/ticket-feed';
import { SheetState } from '../sheets/sheet-state';
import { KeptHeights } from '../slots/kept-heights';
import { SlotFocus } from '../slots/slot-focus';
import { SlotSize } from '../slots/slot-size';
import { DepartureCard } from '../ticket/departure-card';
import { Departures, type Departure } from '../ticket/departures';
import { TicketCard, type SeenLine, type TappedLine } from '../ticket/ticket-card';
import { TicketCommands } from '../ticket/ticket-commands';
import { TICKET_TEXTS } from '../ticket/ticket-texts';
import { titleOf } from '../ticket/ticket-words';
import { lastHour } from './last-hour';
import { BoardCommands } from './board-commands';
import { carryOutInSheet, pressFocused } from '../sheets/bar-in-sheet';
import { type BoardKey, boardKeyOf } from './board-keys';
import { BoardTickets } from './board-tickets';

const ALL = 'all';

/** The board of a station: its tickets in slots that never move. */
@Component({
  selector: 'app-board-page',
  imports: [ClockTimePipe, DepartureCard, Icon, KitchenBar, KitchenState, LazyPart, SlotSize, TicketCard],
  templateUrl: './board-page.html',
  providers: [BoardCommands, BoardTickets, Departures, KitchenAlarm, SheetState, TicketCommands, TicketFeed],
  host: { '(document:keydown)': 'press($event)' },
})
export class BoardPage {
  /** From the address; `all` for every station. */
  readonly stationId = input.required<string>();

  protected readonly t = KITCHEN_TEXTS;
  protected readonly titleOf = titleOf;
  protected readonly place = inject(KitchenPlace);
  protected readonly feed = inject(TicketFeed);
  protected readonly commands = inject(TicketCommands);
  protected readonly board = inject(BoardTickets);
  protected readonly sheets = inject(SheetState);
  private readonly boardCommands = inject(BoardCommands);
  private readonly keys = inject(KeySwitch);
  private readonly keyMaps = inject(KeyMaps);
  private readonly title = inject(PageTitle);
  private readonly list = viewChild<ElementRef<HTMLElement>>('slots');

  protected readonly recallSheet = () => import('../sheets/recall-sheet').then((file) => file.RecallSheet);
  protected readonly waitingSheet = () => import('../sheets/waiting-sheet').then((file) => file.WaitingSheet);
  protected readonly keysSheet = () => import('../sheets/keys-sheet').then((file) => file.KeysSheet);
  protected readonly allDaySheet = () => import('../all-day/all-day-sheet').then((file) => file.AllDaySheet);
  protected readonly soldOutSheet = () => import('../sold-out/sold-out-sheet').then((file) => file.SoldOutSheet);
  protected readonly setupSheet = () => import('../sheets/setup-sheet').then((file) => file.SetupSheet);

  protected readonly heading = computed(() => {
    const id = this.sheets.stationId();
    return id === null ? this.t.allStations : this.place.stationName(id);
  });
  protected readonly isColumn = computed(() => this.board.slots.layout().columns === 1);
  protected readonly heights = new KeptHeights(
    () => this.list()?.nativeElement,
    computed(() => {
      if (!this.isColumn()) return null;
      return this.board
        .cells()
        .map(({ index, ticket, departure }) => ({ index, filled: ticket !== undefined && departure === undefined }));
    }),
  );
  protected readonly cells = computed(() => {
    const cells = this.board.cells();
    if (!this.isColumn()) return cells;
    // A column ends with the last slot that anything stood in: empty ones below it would only be scrolled past.
    const last = cells.findLastIndex(({ ticket }) => ticket !== undefined);
    return cells.slice(0, Math.max(last, this.heights.lastKept()) + 1);
  });
  protected readonly calm = computed(() => {
    const words = lastHour([...this.feed.tickets().values()], this.feed.picture.now());
    return words === null ? this.t.allClearText : `${this.t.allClearText} ${words}`;
  });
  protected readonly shownWords = computed(() => this.t.tickets(this.board.open().length));
  protected readonly focus = new SlotFocus(() => this.list()?.nativeElement, this.cells);

  constructor() {
    inject(KitchenAlarm);
    this.sheets.keyList.set(KEY_LIST);
    effect(() => {
      const station = this.stationId() === ALL ? null : this.stationId();
      untracked(() => {
        this.sheets.stationId.set(station);
        this.feed.follow(station);
      });
    });
    effect(() => this.title.set(this.heading()));
  }

  protected stationOf({ stationId }: TicketView): string | null {
    return this.sheets.stationId() === null ? this.place.stationName(stationId) : null;
  }

  protected wordFor({ by, failure }: Departure): string {
    if (failure !== null) return TICKET_TEXTS.failed;
    return by === null ? TICKET_TEXTS.bumped : TICKET_TEXTS.bumpedBy(by);
  }

  protected tapLines(ticket: TicketView, { lineIds, tap }: TappedLine): void {
    if (tap === 'finish') this.commands.finishLines(ticket, lineIds);
    else for (const lineId of lineIds) this.commands.reopenLine(ticket, lineId);
  }

  protected seeLines(ticket: TicketView, { lineIds, answer }: SeenLine): void {
    for (const lineId of lineIds) this.commands.acknowledgeLine(ticket, lineId, answer);
  }

  protected closeUp(): void {
    this.heights.forget();
    this.board.slots.closeUp();
  }

  protected press(event: KeyboardEvent): void {
    const meaning = this.keyMaps.meaning(event.key);
    const key = boardKeyOf(event, meaning);
    if (key === null || !this.keys.on() || event.defaultPrevented) return;
    if (event.repeat && key.does !== 'move' && key.does !== 'step') return;
    if (this.sheets.open() !== null) return this.pressInSheet(event, key, meaning !== event.key);
    event.preventDefault();
    if (key.does === 'press') return pressFocused();
    if (key.does === 'close-up') this.heights.forget();
    this.boardCommands.carryOut(key, this.focus);
  }

  /** The key that opened a sheet puts it away, as a bump bar has no Escape; letters are for the search. */
  private pressInSheet(event: KeyboardEvent, key: BoardKey, fromBar: boolean): void {
    const opens = { 'all-day': 'all-day', 'sold-out': 'sold-out', 'recall-list': 'recall', help: 'keys' } as const;
    const again = key.does in opens && opens[key.does as keyof typeof opens] === this.sheets.open();
    if (again && (fromBar || key.does === 'all-day')) this.sheets.close();
    else if (!fromBar || !carryOutInSheet(key)) return;
    event.preventDefault();
  }
}
