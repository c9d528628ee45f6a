import { Injectable, computed, inject } from '@angular/core';
import { keyOfSlot } from '../board/board-keys';
import { SlotBoard } from '../slots/slot-board';
import { ExpoFeed } from './expo-feed';
import { wishOfOrder, type PassOrder } from './expo-orders';
import { HandOver } from './hand-over';

/** The orders at the pass in their slots. Needs an injection context. */
@Injectable()
export class PassBoard {
  private readonly feed = inject(ExpoFeed);
  private readonly handOver = inject(HandOver);

  readonly shown = computed(() => {
    const leaving = [...this.handOver.leaving().values()].map(({ order }) => order);
    const staying = this.feed.orders().filter(({ orderId }) => leaving.every((order) => order.orderId !== orderId));
    return [...staying, ...leaving].sort((one, other) => one.placedAt.localeCompare(other.placedAt));
  });
  readonly slots = new SlotBoard(computed(() => this.shown().map(wishOfOrder)));
  readonly cells = computed(() => {
    const orders = new Map(this.shown().map((order) => [order.orderId, order]));
    return this.slots.views().map(({ id, ...place }) => ({
      ...place,
      key: keyOfSlot(place.index),
      order: id === null ? undefined : orders.get(id),
      leaving: id === null ? undefined : this.handOver.leaving().get(id),
    }));
  });
  readonly queue = computed(() => {
    const ids = this.slots.waiting();
    return this.shown().filter(({ orderId }) => ids.includes(orderId));
  });
  /** Those that only wait to be carried out. */
  readonly outstanding = computed(() => this.feed.orders().filter(({ ready }) => ready).length);

  at(slot: number): PassOrder | undefined {
    const id = this.slots.at(slot);
    return this.shown().find(({ orderId }) => orderId === id);
  }
}
