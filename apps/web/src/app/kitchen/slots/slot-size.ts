import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Tells the inner size of the box in which the slots stand. */
@Directive({ selector: '[appSlotSize]' })
export class SlotSize {
  readonly measured = output<Size>({ alias: 'appSlotSize' });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    if (typeof ResizeObserver !== 'function') return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      this.measured.emit({ widthPx: width, heightPx: height });
    });
    observer.observe(element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
