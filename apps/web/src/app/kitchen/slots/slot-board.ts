import { type Signal, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { ScreenSetup } from '../device/screen-setup';
import { heightOf, slotLayout, type SlotLayout, type TicketText } from './slot-layout';
import { NO_SLOTS, arrange, closeUp, slotViews, waiting, type Arrangement, type Seat } from './slots';

/** What wants a slot, with the texts by which its height is reckoned. */
export interface Wish {
  readonly id: string;
  readonly texts: readonly (readonly TicketText[])[];
}

/** The slots of a screen: they follow its size and what wants to stand in them. Needs an injection context. */
export class SlotBoard {
  private readonly fontPx = inject(ScreenSetup).fontPx;
  private readonly box = signal({ widthPx: 0, heightPx: 0 });
  private readonly size = computed<SlotLayout>(
    () => {
      const { widthPx, heightPx } = this.box();
      return slotLayout(widthPx, heightPx, this.fontPx());
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  private readonly lastSlots = new Map<string, number>();
  private readonly seats = computed<Seat[]>(() => {
    const layout = this.size();
    return this.wishes().map(({ id, texts }) => {
      const last = this.lastSlots.get(id);
      const long = heightOf(texts, layout) > layout.linesPx;
      return last === undefined ? { id, long } : { id, long, last };
    });
  });
  private readonly arrangement = linkedSignal<{ seats: Seat[]; layout: SlotLayout }, Arrangement>({
    source: () => ({ seats: this.seats(), layout: this.size() }),
    computation: ({ seats, layout }, previous) => {
      const { columns, rows } = layout;
      return arrange(previous?.value ?? NO_SLOTS, seats, { columns, rows });
    },
  });

  readonly layout = this.size;
  readonly views = computed(() => slotViews(this.arrangement()));
  /** The ids of those for whom there is no slot, the next one first. */
  readonly waiting = computed(() => waiting(this.arrangement(), this.seats()).map(({ id }) => id));

  constructor(private readonly wishes: Signal<readonly Wish[]>) {
    effect(() => {
      for (const { id, index } of this.views()) if (id !== null) this.lastSlots.set(id, index);
    });
  }

  resize(widthPx: number, heightPx: number): void {
    this.box.set({ widthPx, heightPx });
  }

  closeUp(): void {
    this.arrangement.update((before) => closeUp(before, untracked(this.seats)));
  }

  /** Who stands in the slot, the lower half of a long ticket included. */
  at(index: number): string | null {
    return this.arrangement().slots[index] ?? null;
  }
}
