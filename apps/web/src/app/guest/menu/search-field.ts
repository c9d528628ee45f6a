import { Component, DestroyRef, ElementRef, inject, viewChild } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { MenuBoard } from './menu-board';
import { MENU_TEXTS } from './menu-texts';

/** Searches the menu as one types; "/" leads here from anywhere on the page. */
@Component({
  selector: 'app-search-field',
  imports: [Icon],
  template: `
    <search>
      <app-icon name="search" />
      <input
        #field
        class="input"
        type="search"
        name="q"
        autocomplete="off"
        enterkeyhint="search"
        [attr.aria-label]="t.search"
        [placeholder]="t.search"
        aria-keyshortcuts="/"
        [value]="board.query()"
        (input)="board.query.set(field.value)"
        (keydown.escape)="clear()"
      />
      @if (board.query() !== '') {
        <button type="button" class="icon-button" (click)="clear()" [attr.aria-label]="t.clearSearch">
          <app-icon name="x" />
        </button>
      }
    </search>
  `,
  styleUrl: './search-field.css',
})
export class SearchField {
  protected readonly t = MENU_TEXTS;
  protected readonly board = inject(MenuBoard);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  constructor() {
    const listen = (event: KeyboardEvent): void => this.shortcut(event);
    document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', listen));
  }

  protected clear(): void {
    this.board.query.set('');
    this.field().nativeElement.focus();
  }

  private shortcut(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog') !== null;
    if (typing) return;
    event.preventDefault();
    this.field().nativeElement.focus();
  }
}
