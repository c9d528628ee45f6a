import { Component, computed, inject, input } from '@angular/core';
import { CellEdits, type CellEdit } from './cell-edits';
import { COLUMNS, cellId, cellKey, noteId, type Column } from './cells';
import type { MenuRow } from './menu-rows';
import { MENU_TEXTS } from './menu-texts';

const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  name: 'Name',
  price: 'Price',
  before: 'Before',
  prep: 'Prep',
};

/** What is wrong in a row, below it and over its whole width; in a conflict also the two ways out. */
@Component({
  selector: 'app-menu-notes',
  template: `
    @for (edit of notes(); track edit.ref.column) {
      <div class="note">
        <p [id]="id(edit)">
          <strong>{{ names[edit.ref.column] }}: {{ edit.text }}</strong>
          {{ edit.words }}
        </p>
        @if (edit.state === 'conflict') {
          <button type="button" class="button button--small" (click)="keepTheirs(edit)">
            {{ t.keepTheirs(edit.theirs ?? '') }}
          </button>
          <button type="button" class="button button--small" (click)="useMine(edit)">
            {{ t.useMine(edit.text) }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    .note {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      padding: var(--space-1) var(--space-2) var(--space-2);
    }
    p {
      margin: 0;
      color: var(--bad);
      font-size: var(--text-13);
      font-weight: 600;
    }
    .button {
      min-block-size: var(--target);
    }
  `,
})
export class MenuNotes {
  readonly row = input.required<MenuRow>();

  protected readonly edits = inject(CellEdits);
  protected readonly t = MENU_TEXTS;
  protected readonly names = COLUMN_NAMES;
  protected readonly notes = computed(() => {
    const { ref, first } = this.row();
    return COLUMNS.filter((column) => first || column === 'price' || column === 'before').flatMap((column) => {
      const edit = this.edits.all().get(cellKey({ column, ...ref }));
      return edit === undefined || edit.words === null ? [] : [edit];
    });
  });

  protected keepTheirs(edit: CellEdit): void {
    this.edits.restore(edit.ref);
    this.backToCell(edit);
  }

  protected useMine(edit: CellEdit): void {
    void this.edits.useMine(edit.ref);
    this.backToCell(edit);
  }

  protected id({ ref }: CellEdit): string {
    return noteId(ref);
  }

  /** The buttons go away with the note. */
  private backToCell({ ref }: CellEdit): void {
    document.getElementById(cellId(ref))?.focus();
  }
}
