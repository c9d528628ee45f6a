import { Component, computed, effect, inject } from '@angular/core';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { alsoFalls, type SaleTarget } from '../sold-out/menu-targets';
import { SaleMoves } from '../sold-out/sale-moves';
import { SaleStore } from '../sold-out/sale-store';
import { SuspendForm, type SaleWish } from '../sold-out/suspend-form';
import { MENU_TEXTS } from './menu-texts';
import { SaleChoice } from './sale-choice';

/** Takes a dish or a size off sale, straight from its row. */
@Component({
  selector: 'app-sale-sheet',
  imports: [DialogSheet, SuspendForm],
  providers: [SaleMoves],
  templateUrl: './sale-sheet.html',
  styleUrl: './sale-sheet.css',
})
export class SaleSheet {
  private readonly sale = inject(SaleStore);
  protected readonly moves = inject(SaleMoves);
  protected readonly t = MENU_TEXTS;
  private readonly choice = inject(SaleChoice);
  /** A dish with one size is taken off as a dish. */
  protected readonly chosen = computed<SaleTarget | null>(() => {
    const row = this.choice.row();
    if (row === null) return null;
    const { view, variant, size } = row;
    const kind = view.item.variants.length === 1 ? 'item' : 'variant';
    const id = kind === 'item' ? view.item.id : variant.id;
    const known = this.sale.targets().find((target) => target.kind === kind && target.id === id);
    return known ?? { kind, id, name: size, context: '', itemId: view.item.id };
  });
  protected readonly falls = computed(() => {
    const [target, document] = [this.chosen(), this.sale.document()];
    return target?.kind === 'item' && document !== null ? alsoFalls(document, target.id) : [];
  });

  constructor() {
    effect(() => this.choice.row() !== null && this.moves.failure.set(null));
  }

  protected close(): void {
    this.choice.row.set(null);
  }

  protected async wish(target: SaleTarget, wish: SaleWish): Promise<void> {
    if (await this.moves.wish(target, wish)) this.close();
  }

  protected async putBack(target: SaleTarget): Promise<void> {
    for (const row of this.offRowsOf(target)) await this.moves.putBack(row);
    this.close();
  }

  protected offRowsOf(target: SaleTarget) {
    return this.sale.offSale().filter(({ target: each }) => each.kind === target.kind && each.id === target.id);
  }
}
