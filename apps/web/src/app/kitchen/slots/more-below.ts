import { Component, DestroyRef, ElementRef, afterNextRender, inject, signal, viewChild } from '@angular/core';
import { Icon } from '../../ui/icon/icon';

/** What the button covers at the bottom of the box. */
const STRIP_PX = 64;

/** A box whose list may be longer than its slot: it says how many lines stand below, and shows them at a press. */
@Component({
  selector: 'app-more-below',
  imports: [Icon],
  template: `
    <div #box class="box" [attr.tabindex]="overflowing() ? 0 : null" (scroll)="measure()">
      <div #content><ng-content /></div>
    </div>
    @if (hidden() > 0) {
      <button type="button" (click)="down()"><app-icon name="chevron-down" />{{ hidden() }} more</button>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      grid-template-rows: minmax(0, 1fr);
      min-block-size: 0;
    }
    .box {
      min-block-size: 0;
      overflow-y: auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }
    button {
      position: absolute;
      inset: auto 0 0;
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--space-2);
      min-block-size: 4rem;
      border: 0;
      border-block-start: 2px solid var(--line-strong);
      background: var(--sunk);
      color: var(--ink);
      font-size: max(1.125rem, 0.8em);
      font-weight: 750;
      cursor: pointer;
      touch-action: manipulation;
    }
  `,
})
export class MoreBelow {
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  protected readonly hidden = signal(0);
  protected readonly overflowing = signal(false);

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (typeof ResizeObserver !== 'function') return;
      const observer = new ResizeObserver(() => this.measure());
      observer.observe(this.box().nativeElement);
      observer.observe(this.content().nativeElement);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }

  protected measure(): void {
    const box = this.box().nativeElement;
    const below = box.scrollHeight - box.clientHeight - box.scrollTop;
    this.overflowing.set(box.scrollHeight > box.clientHeight + 1);
    const end = box.getBoundingClientRect().bottom - STRIP_PX;
    const lines = [...box.querySelectorAll('li')].filter((line) => line.getBoundingClientRect().bottom > end + 1);
    this.hidden.set(below > 1 ? Math.max(1, lines.length) : 0);
  }

  protected down(): void {
    const box = this.box().nativeElement;
    box.scrollBy({ top: Math.max(STRIP_PX, box.clientHeight - 2 * STRIP_PX) });
  }
}
