import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  ElementRef,
  TemplateRef,
  contentChild,
  effect,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { mediaQuery } from './media';

/**
 * Details beside a list: a column of the page where there is room, so that the list stays usable; else a sheet over
 * it. The content is an `<ng-template>`. Esc closes; the focus goes back to where it came from.
 */
@Component({
  selector: 'app-side-panel',
  imports: [DialogSheet, Icon, NgTemplateOutlet],
  template: `
    @if (wide()) {
      @if (open()) {
        <section class="panel" [attr.aria-label]="heading()">
          <header>
            <h2 #title tabindex="-1">{{ heading() }}</h2>
            <button type="button" class="icon-button" (click)="closed.emit()" [attr.aria-label]="closeLabel()">
              <app-icon name="x" />
            </button>
          </header>
          <ng-container [ngTemplateOutlet]="content()" />
        </section>
      }
    } @else {
      <app-dialog-sheet placement="side" [open]="open()" [heading]="heading()" (closed)="closed.emit()">
        @if (open()) {
          <ng-container [ngTemplateOutlet]="content()" />
        }
      </app-dialog-sheet>
    }
  `,
  styleUrl: './side-panel.css',
  host: { '(document:keydown.escape)': 'escape($event)' },
})
export class SidePanel {
  readonly open = input.required<boolean>();
  readonly heading = input.required<string>();
  readonly closeLabel = input('Close');
  readonly closed = output();

  protected readonly wide = mediaQuery('(min-width: 1080px)');
  protected readonly content = contentChild.required(TemplateRef);
  private readonly title = viewChild<ElementRef<HTMLElement>>('title');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private opener: HTMLElement | null = null;

  constructor() {
    effect(() => {
      const title = this.title()?.nativeElement;
      if (title === undefined) return this.giveBack();
      const active = document.activeElement;
      if (active instanceof HTMLElement && !this.host.nativeElement.contains(active)) this.opener = active;
      title.focus({ preventScroll: true });
    });
  }

  /** Also when what was pressed last is gone and the focus fell to the page. The sheet knows Esc by itself. */
  protected escape({ target }: Event): void {
    // A question that stands open over the panel takes its own Esc.
    if (target instanceof Element && target.closest('dialog') !== null) return;
    const own = target === document.body || (target instanceof Node && this.host.nativeElement.contains(target));
    if (own && this.wide() && this.open()) this.closed.emit();
  }

  private giveBack(): void {
    const [opener, active] = [this.opener, document.activeElement];
    this.opener = null;
    // Only when the focus fell off the closed panel, never away from where somebody went meanwhile.
    if (opener?.isConnected === true && (active === null || active === document.body)) opener.focus();
  }
}
