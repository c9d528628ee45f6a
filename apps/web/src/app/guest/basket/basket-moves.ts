import { Injectable, LOCALE_ID, inject } from '@angular/core';
import { formatMinor } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { Toasts } from '../../ui/toast/toasts';
import type { NewLine } from './basket-line';
import { BasketStore } from './basket-store';

/** Changes of the basket that are told to the guest, with a way back. */
@Injectable({ providedIn: 'root' })
export class BasketMoves {
  private readonly basket = inject(BasketStore);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly locale = inject(LOCALE_ID);

  add(line: NewLine, name: string): void {
    this.undoable($localize`:@@guest.basket.added:${name}:dish: added`, () => this.basket.add(line));
  }

  update(lineId: string, line: NewLine, name: string): void {
    this.undoable($localize`:@@guest.basket.updated:${name}:dish: changed`, () => this.basket.replace(lineId, line));
  }

  takeOne(itemId: string, name: string): void {
    const last = this.basket.quantityOf(itemId) === 1;
    if (last) this.undoable(removedWords(name), () => this.basket.takeOne(itemId));
    else this.quietly(() => this.basket.takeOne(itemId));
  }

  setQuantity(lineId: string, quantity: number, name: string): void {
    if (quantity < 1) this.remove(lineId, name);
    else this.quietly(() => this.basket.setQuantity(lineId, quantity));
  }

  remove(lineId: string, name: string): void {
    this.undoable(removedWords(name), () => this.basket.remove(lineId));
  }

  private undoable(words: string, move: () => void): void {
    const before = this.basket.snapshot();
    move();
    this.toasts.show({ text: words, undo: () => this.undo(before) });
    this.announcer.polite(`${words}. ${this.inOrder()}`);
  }

  private quietly(move: () => void): void {
    move();
    this.announcer.polite(this.inOrder());
  }

  private undo(before: ReturnType<BasketStore['snapshot']>): void {
    this.basket.restore(before);
    this.announcer.polite($localize`:@@guest.basket.undone:Undone. ${this.inOrder()}:state:`);
  }

  private inOrder(): string {
    const priced = this.basket.priced();
    const count = this.basket.count();
    if (priced === null) return $localize`:@@guest.basket.inOrder:${count}:count: in order.`;
    const total = formatMinor(priced.totalMinor, priced.currency, this.locale);
    return $localize`:@@guest.basket.inOrderTotal:${count}:count: in order, ${total}:total: total.`;
  }
}

function removedWords(name: string): string {
  return $localize`:@@guest.basket.removed:${name}:dish: removed`;
}
