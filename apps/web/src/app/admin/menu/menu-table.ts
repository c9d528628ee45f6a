import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import { textIn, type AvailabilityView, type CurrencyCode, type LanguageTag } from '@comanda/shared';
import { Clock } from '../../core/time/clock';
import { OfficeLocation } from '../shell/office-location';
import { momentWords } from '../words/moment';
import { MenuCell, type CellMove } from './menu-cell';
import { CellEdits } from './cell-edits';
import { COLUMNS, cellKey, type Column } from './cells';
import { MenuNotes } from './menu-notes';
import type { MenuRow, RowGroup } from './menu-rows';
import { MENU_TEXTS } from './menu-texts';

/** The dishes with their prices, edited in place. */
@Component({
  selector: 'app-menu-table',
  imports: [MenuCell, MenuNotes],
  templateUrl: './menu-table.html',
  styleUrl: './menu-table.css',
})
export class MenuTable {
  readonly groups = input.required<readonly RowGroup[]>();
  readonly currency = input.required<CurrencyCode>();
  readonly language = input.required<LanguageTag>();
  readonly availability = input.required<AvailabilityView>();
  readonly readOnly = input.required<boolean>();
  readonly maySuspend = input.required<boolean>();
  readonly suspended = output<MenuRow>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly edits = inject(CellEdits);
  private readonly clock = inject(Clock);
  private readonly office = inject(OfficeLocation);
  protected readonly t = MENU_TEXTS;
  private readonly endings = computed(() => {
    const now = this.clock.now();
    const active = this.availability().suspensions.filter(
      ({ until }) => until === undefined || Date.parse(until) > now,
    );
    return new Map(active.map(({ targetKind, targetId, until }) => [`${targetKind} ${targetId}`, until ?? '']));
  });
  private readonly counts = computed(
    () =>
      new Map(
        this.availability().countdowns.map(({ targetKind, targetId, remaining }) => [
          `${targetKind} ${targetId}`,
          remaining,
        ]),
      ),
  );

  /** What the guests can buy of it, in a few words, and whether that is anything. */
  protected sale({ view, variant, first }: MenuRow): { readonly words: string; readonly off: boolean } {
    const single = view.item.variants.length === 1;
    const keys = [`item ${view.item.id}`, `variant ${variant.id}`];
    const until = keys.map((key) => this.endings().get(key)).find((end) => end !== undefined);
    if (until !== undefined) return { words: until === '' ? 'Off sale' : `Off until ${this.when(until)}`, off: true };
    const left = keys.map((key) => this.counts().get(key)).find((count) => count !== undefined);
    if (left !== undefined) return { words: `${left} left`, off: left === 0 };
    if (view.item.onlyAsOption === true && (first || single)) return { words: this.t.onlyAsOption, off: false };
    return { words: this.t.yes, off: false };
  }

  protected hasNotes({ ref }: MenuRow): boolean {
    const edits = this.edits.all();
    return edits.size > 0 && COLUMNS.some((column) => edits.get(cellKey({ column, ...ref }))?.words != null);
  }

  protected nameOf({ view }: MenuRow): string {
    return textIn(view.item.name, this.language(), this.language());
  }

  protected label(column: Column, row: MenuRow): string {
    const name = this.nameOf(row);
    const size = row.size === '' ? '' : `, ${row.size}`;
    switch (column) {
      case 'name':
        return `Name of ${name}`;
      case 'price':
        return `Price of ${name}${size}`;
      case 'before':
        return `Price before of ${name}${size}`;
      case 'prep':
        return `Minutes of preparation of ${name}`;
    }
  }

  /** Up and down stay in the column. */
  protected move(column: Column, step: CellMove): void {
    const cells = [...this.host.nativeElement.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`)];
    const at = cells.findIndex((cell) => cell === document.activeElement);
    const next = cells[at + (step === 'down' ? 1 : -1)];
    if (next === undefined) return cells[at]?.blur();
    next.focus();
    next.select();
  }

  private when(instant: string): string {
    return momentWords(instant, this.clock.now(), this.office.timezone());
  }
}
