import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import { textIn, type AvailabilityView, type CurrencyCode, type LanguageTag } from '@comanda/shared';
import { Icon } from '../../ui/icon/icon';
import { Clock } from '../../core/time/clock';
import { OfficeLocation } from '../shell/office-location';
import { momentWords } from '../words/moment';
import { MenuCell, type CellMove } from './menu-cell';
import { Selection } from './bulk/selection';
import { CellEdits } from './cell-edits';
import { COLUMNS, cellId, cellKey, type CellRef, type Column } from './cells';
import { MenuNotes } from './menu-notes';
import type { MenuRow, RowGroup } from './menu-rows';
import { MENU_TEXTS } from './menu-texts';
import { entriesOf } from './spreadsheet-block';

/** The dishes with their prices, edited in place. */
@Component({
  selector: 'app-menu-table',
  imports: [Icon, MenuCell, MenuNotes],
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
  readonly openId = input<string | null>(null);
  readonly suspended = output<MenuRow>();
  readonly opened = output<MenuRow>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly edits = inject(CellEdits);
  private readonly clock = inject(Clock);
  private readonly office = inject(OfficeLocation);
  protected readonly t = MENU_TEXTS;
  protected readonly selection = inject(Selection);
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

  /** Down from the cell, over what is shown. The first cell that is refused is where one goes on. */
  protected async paste(column: Column, { ref }: MenuRow, block: readonly (readonly string[])[]): Promise<void> {
    const rows = this.groups().flatMap(({ rows: each }) => each);
    const refsOf = (target: Column): readonly CellRef[] =>
      rows
        .filter(({ first }) => first || target === 'price' || target === 'before')
        .map((row) => ({ column: target, ...row.ref }));
    const { failed } = await this.edits.enter(entriesOf(block, column, refsOf, { column, ...ref }));
    const [worst] = failed;
    if (worst !== undefined) document.getElementById(cellId(worst.ref))?.focus();
  }

  protected idsOf({ rows }: RowGroup): readonly string[] {
    return [...new Set(rows.map(({ ref }) => ref.itemId))];
  }

  protected allChosen(group: RowGroup): boolean {
    return this.idsOf(group).every((id) => this.selection.has(id));
  }

  private when(instant: string): string {
    return momentWords(instant, this.clock.now(), this.office.timezone());
  }
}
