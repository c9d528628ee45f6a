import { Component, computed, inject, input, output } from '@angular/core';
import type { MenuItemView } from '@comanda/shared';
import { Icon } from '../../ui/icon/icon';
import { CellEdits } from './cell-edits';
import { blockOf } from './spreadsheet-block';
import { cellId, cellKey, noteId, type CellRef } from './cells';

/** Where the keys lead from a cell. */
export type CellMove = 'up' | 'down';

/**
 * One cell that is edited in place. Enter saves and goes down, Tab saves and goes on, Esc brings back what was there;
 * a wrong value stays and says why.
 */
@Component({
  selector: 'app-menu-cell',
  imports: [Icon],
  templateUrl: './menu-cell.html',
  styleUrl: './menu-cell.css',
  host: { '[class.end]': "ref().column !== 'name'" },
})
export class MenuCell {
  readonly ref = input.required<CellRef>();
  readonly view = input.required<MenuItemView>();
  readonly label = input.required<string>();
  readonly readOnly = input.required<boolean>();
  readonly moved = output<CellMove>();
  /** A block of a spreadsheet, which goes beyond this cell. */
  readonly pasted = output<readonly (readonly string[])[]>();

  protected readonly edits = inject(CellEdits);
  protected readonly id = computed(() => cellId(this.ref()));
  protected readonly note = computed(() => noteId(this.ref()));
  protected readonly edit = computed(() => this.edits.all().get(cellKey(this.ref())) ?? null);
  protected readonly value = computed(() => this.edits.shown(this.ref(), this.view()));
  protected readonly wrong = computed(() => this.edit()?.state === 'refused' || this.edit()?.state === 'conflict');

  protected type(event: Event): void {
    this.edits.type(this.ref(), (event.target as HTMLInputElement).value);
  }

  protected paste(event: ClipboardEvent): void {
    const block = blockOf(event.clipboardData?.getData('text/plain') ?? '');
    if (this.readOnly() || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    this.pasted.emit(block);
  }

  protected press(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    switch (event.key) {
      case 'Enter':
        event.preventDefault();
        void this.edits.commit(this.ref());
        return this.moved.emit(event.shiftKey ? 'up' : 'down');
      case 'Escape':
        this.edits.restore(this.ref());
        // The same text as before the typing is no news for the binding, so it is set here.
        return void (input.value = this.value());
      case 'ArrowUp':
      case 'ArrowDown':
        event.preventDefault();
        return this.moved.emit(event.key === 'ArrowUp' ? 'up' : 'down');
    }
  }

  protected leave(): void {
    void this.edits.commit(this.ref());
  }
}
