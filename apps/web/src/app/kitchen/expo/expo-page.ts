import { Component, type ElementRef, computed, inject, viewChild } from '@angular/core';
import { LazyPart } from '../../ui/lazy/lazy-part';
import { boardKeyOf, type BoardKey } from '../board/board-keys';
import { KeyMaps } from '../device/key-map';
import { KeySwitch } from '../device/key-switch';
import { KitchenSounds } from '../device/kitchen-sounds';
import { EXPO_KEY_LIST, KITCHEN_TEXTS } from '../kitchen-texts';
import { KitchenBar } from '../live/kitchen-bar';
import { KitchenState } from '../live/kitchen-state';
import { SheetState } from '../sheets/sheet-state';
import { KeptHeights } from '../slots/kept-heights';
import { SlotFocus } from '../slots/slot-focus';
import { SlotSize } from '../slots/slot-size';
import { DepartureCard } from '../ticket/departure-card';
import { titleOf } from '../ticket/ticket-words';
import { ExpoAlarm } from './expo-alarm';
import { ExpoCard } from './expo-card';
import { ExpoFeed } from './expo-feed';
import type { PassOrder } from './expo-orders';
import { EXPO_TEXTS } from './expo-texts';
import { HandOver } from './hand-over';
import { PassBoard } from './pass-board';
import { PassCommands } from './pass-commands';

/** The pass: whole orders with all their stations, in slots that never move, until they are handed over. */
@Component({
  selector: 'app-expo-page',
  imports: [DepartureCard, ExpoCard, KitchenBar, KitchenState, LazyPart, SlotSize],
  templateUrl: './expo-page.html',
  styleUrl: './expo-page.css',
  providers: [ExpoAlarm, ExpoFeed, HandOver, PassBoard, PassCommands, SheetState],
  host: { '(document:keydown)': 'press($event)' },
})
export class ExpoPage {
  protected readonly t = { ...KITCHEN_TEXTS, ...EXPO_TEXTS };
  protected readonly titleOf = titleOf;
  protected readonly feed = inject(ExpoFeed);
  protected readonly handOver = inject(HandOver);
  protected readonly orders = inject(PassCommands);
  private readonly keys = inject(KeySwitch);
  private readonly keyMaps = inject(KeyMaps);
  private readonly sounds = inject(KitchenSounds);
  private readonly list = viewChild<ElementRef<HTMLElement>>('slots');

  protected readonly board = inject(PassBoard);
  protected readonly sheets = inject(SheetState);
  protected readonly waitingSheet = () => import('./expo-waiting').then((file) => file.ExpoWaiting);
  protected readonly keysSheet = () => import('../sheets/keys-sheet').then((file) => file.KeysSheet);
  protected readonly setupSheet = () => import('../sheets/setup-sheet').then((file) => file.SetupSheet);
  protected readonly isColumn = computed(() => this.board.slots.layout().columns === 1);
  protected readonly heights = new KeptHeights(
    () => this.list()?.nativeElement,
    computed(() => {
      if (!this.isColumn()) return null;
      return this.board
        .cells()
        .map(({ index, order, leaving }) => ({ index, filled: order !== undefined && leaving === undefined }));
    }),
  );
  protected readonly cells = computed(() => {
    const cells = this.board.cells();
    if (!this.isColumn()) return cells;
    const last = cells.findLastIndex(({ order }) => order !== undefined);
    return cells.slice(0, Math.max(last, this.heights.lastKept()) + 1);
  });
  protected readonly shownWords = computed(() => this.t.orders(this.feed.orders().length));
  protected readonly focus = new SlotFocus(() => this.list()?.nativeElement, this.cells);

  constructor() {
    inject(ExpoAlarm);
    this.sheets.keyList.set(EXPO_KEY_LIST);
  }

  protected closeUp(): void {
    this.heights.forget();
    this.board.slots.closeUp();
  }

  protected press(event: KeyboardEvent): void {
    if (!this.keys.on() || this.sheets.open() !== null || event.defaultPrevented) return;
    const key = boardKeyOf(event, this.keyMaps.meaning(event.key));
    if (key === null || (event.repeat && key.does !== 'move' && key.does !== 'step')) return;
    event.preventDefault();
    this.carryOut(key);
  }

  private carryOut(key: BoardKey): void {
    switch (key.does) {
      case 'bump':
        return this.handOverSlot(key.slot);
      case 'move':
        return this.focus.move(key.by);
      case 'step':
        return this.focus.step(key.by);
      case 'recall-last':
        return this.undoLast();
      case 'close-up':
        return this.closeUp();
      case 'mute':
        return this.sounds.toggle();
      case 'help':
        return this.sheets.show('keys');
      default:
    }
  }

  private handOverSlot(slot: number): void {
    const order = this.board.at(slot);
    if (order?.ready === true) this.handOver.begin(order);
  }

  private undoLast(): void {
    const last: PassOrder | undefined = [...this.handOver.leaving().values()].at(-1)?.order;
    if (last !== undefined) this.handOver.undo(last.orderId);
  }
}
