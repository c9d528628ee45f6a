import { Component, DestroyRef, ElementRef, effect, inject, input, output, viewChild } from '@angular/core';
import { Icon } from '../icon/icon';

/**
 * A native modal dialog: a sheet at the bottom of a phone, centred from 720 px. Esc, the back gesture, the backdrop and
 * the close button all ask the owner to close it (`closed`); the focus goes back to where it came from.
 * Slots: the content, `[sheetMedia]` above the title, `[sheetFooter]` stays in view.
 */
@Component({
  selector: 'app-dialog-sheet',
  imports: [Icon],
  templateUrl: './dialog-sheet.html',
  styleUrl: './dialog-sheet.css',
})
export class DialogSheet {
  readonly open = input.required<boolean>();
  readonly heading = input.required<string>();
  /** Where it is not the page's. */
  readonly headingLang = input<string | null>(null);
  /** `side` stands at the inline end from 720 px on, over the full height. */
  readonly placement = input<'centre' | 'side'>('centre');
  readonly closed = output();

  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private opener: HTMLElement | null = null;
  protected readonly headingId = `sheet-heading-${(nextId += 1)}`;
  protected readonly closeLabel = $localize`:@@ui.sheet.close:Close`;

  constructor() {
    effect(() => this.follow(this.open(), this.dialog().nativeElement));
    inject(DestroyRef).onDestroy(() => this.hide(this.dialog().nativeElement));
  }

  /** A press on the dialog itself, outside its box, is a press on the backdrop. */
  protected pressed(event: MouseEvent): void {
    if (event.target === event.currentTarget) this.closed.emit();
  }

  /** The browser may close it on its own (Esc twice): the owner's state has to follow. */
  protected wasClosed(): void {
    if (this.open()) this.closed.emit();
  }

  protected cancelled(event: Event): void {
    event.preventDefault();
    this.closed.emit();
  }

  private follow(open: boolean, dialog: HTMLDialogElement): void {
    if (open && !dialog.open) {
      this.opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      dialog.showModal();
    } else if (!open) this.hide(dialog);
  }

  private hide(dialog: HTMLDialogElement): void {
    if (!dialog.open) return;
    dialog.close();
    // The row that opened it may have been drawn anew; then there is nothing to go back to.
    if (this.opener?.isConnected === true) this.opener.focus({ preventScroll: true });
    this.opener = null;
  }
}

let nextId = 0;
