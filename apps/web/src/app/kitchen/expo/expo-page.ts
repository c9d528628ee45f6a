import { Component, type ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { boardKeyOf, keyOfSlot, type BoardKey } from '../board/board-keys';
import { KeysSheet } from '../board/keys-sheet';
import { KeySwitch } from '../device/key-switch';
import { KitchenSounds } from '../device/kitchen-sounds';
import { EXPO_KEY_LIST, KITCHEN_TEXTS } from '../kitchen-texts';
import { KitchenBar } from '../live/kitchen-bar';
import { KitchenState } from '../live/kitchen-state';
import { SlotBoard } from '../slots/slot-board';
import { SlotFocus } from '../slots/slot-focus';
import { SlotSize } from '../slots/slot-size';
import { DepartureCard } from '../ticket/departure-card';
import { titleOf } from '../ticket/ticket-words';
import { ExpoAlarm } from './expo-alarm';
import { ExpoCard } from './expo-card';
import { ExpoFeed } from './expo-feed';
import { wishOfOrder, type PassOrder } from './expo-orders';
import { EXPO_TEXTS } from './expo-texts';
import { ExpoWaiting } from './expo-waiting';
import { HandOver } from './hand-over';

/** The pass: whole orders with all their stations, in slots that never move, until they are handed over. */
@Component({
  selector: 'app-expo-page',
  imports: [DepartureCard, ExpoCard, ExpoWaiting, KeysSheet, KitchenBar, KitchenState, SlotSize],
  templateUrl: './expo-page.html',
  styleUrl: './expo-page.css',
  providers: [ExpoAlarm, ExpoFeed, HandOver],
  host: { '(document:keydown)': 'press($event)' },
})
export class ExpoPage {
  protected readonly t = { ...KITCHEN_TEXTS, ...EXPO_TEXTS };
  protected readonly keyList = EXPO_KEY_LIST;
  protected readonly titleOf = titleOf;
  protected readonly feed = inject(ExpoFeed);
  protected readonly handOver = inject(HandOver);
  private readonly keys = inject(KeySwitch);
  private readonly sounds = inject(KitchenSounds);
  private readonly list = viewChild<ElementRef<HTMLElement>>('slots');

  protected readonly shown = computed(() => {
    const leaving = [...this.handOver.leaving().values()].map(({ order }) => order);
    const staying = this.feed.orders().filter(({ orderId }) => leaving.every((order) => order.orderId !== orderId));
    return [...staying, ...leaving].sort((one, other) => one.placedAt.localeCompare(other.placedAt));
  });
  protected readonly board = new SlotBoard(computed(() => this.shown().map(wishOfOrder)));
  protected readonly cells = computed(() => {
    const orders = new Map(this.shown().map((order) => [order.orderId, order]));
    const views = this.board.views().map(({ id, ...place }) => ({
      ...place,
      key: keyOfSlot(place.index),
      order: id === null ? undefined : orders.get(id),
      leaving: id === null ? undefined : this.handOver.leaving().get(id),
    }));
    if (this.board.layout().columns > 1) return views;
    return views.slice(0, views.findLastIndex(({ order }) => order !== undefined) + 1);
  });
  protected readonly queue = computed(() => {
    const ids = this.board.waiting();
    return this.shown().filter(({ orderId }) => ids.includes(orderId));
  });
  /** Those that only wait to be carried out. */
  protected readonly outstanding = computed(() => this.feed.orders().filter(({ ready }) => ready).length);
  protected readonly shownWords = computed(() => this.t.orders(this.feed.orders().length));
  protected readonly sheet = signal<'waiting' | 'keys' | null>(null);
  protected readonly focus = new SlotFocus(() => this.list()?.nativeElement, this.cells);

  constructor() {
    inject(ExpoAlarm);
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
        return this.handOverSlot(key.slot);
      case 'move':
        return this.focus.move(key.by);
      case 'step':
        return this.focus.step(key.by);
      case 'recall-last':
        return this.undoLast();
      case 'close-up':
        return this.board.closeUp();
      case 'mute':
        return this.sounds.toggle();
      case 'help':
        return this.sheet.set('keys');
      default:
    }
  }

  private handOverSlot(slot: number): void {
    const id = this.board.at(slot);
    const order = this.shown().find(({ orderId }) => orderId === id);
    if (order?.ready === true) this.handOver.begin(order);
  }

  private undoLast(): void {
    const last: PassOrder | undefined = [...this.handOver.leaving().values()].at(-1)?.order;
    if (last !== undefined) this.handOver.undo(last.orderId);
  }
}
