import { Injector, type Signal, afterNextRender, effect, inject, signal } from '@angular/core';

/** A slot of a column, and whether something stands in it that measures it. */
export interface ColumnSlot {
  readonly index: number;
  readonly filled: boolean;
}

/**
 * How high the slots of a column were when something stood in them. A slot that is left keeps its height: what stands
 * below it must not move under the eyes of a cook. Needs an injection context.
 */
export class KeptHeights {
  private readonly heights = signal<ReadonlyMap<number, number>>(new Map());

  /** The last slot that anything has stood in; -1 when there is none. */
  readonly lastKept = (): number => Math.max(-1, ...this.heights().keys());

  constructor(list: () => HTMLElement | undefined, slots: Signal<readonly ColumnSlot[] | null>) {
    const injector = inject(Injector);
    effect(() => {
      const column = slots();
      if (column === null || column.every(({ filled }) => !filled)) return this.forget();
      afterNextRender({ read: () => this.measure(list(), column) }, { injector });
    });
  }

  of(index: number): number | null {
    return this.heights().get(index) ?? null;
  }

  forget(): void {
    if (this.heights().size > 0) this.heights.set(new Map());
  }

  private measure(list: HTMLElement | undefined, column: readonly ColumnSlot[]): void {
    const next = new Map(this.heights());
    for (const { index, filled } of column) {
      const height = list?.querySelector<HTMLElement>(`[data-slot="${index}"]`)?.offsetHeight ?? 0;
      if (filled && height > (next.get(index) ?? 0)) next.set(index, height);
    }
    if ([...next].some(([index, height]) => this.heights().get(index) !== height)) this.heights.set(next);
  }
}
