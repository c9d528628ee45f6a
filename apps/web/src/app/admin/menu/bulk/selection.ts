import { Injectable, computed, inject, signal } from '@angular/core';
import { OfficeMenuStore } from '../office-menu-store';

/** The dishes that are ticked in the table. */
@Injectable()
export class Selection {
  private readonly menu = inject(OfficeMenuStore);
  private readonly ticked = signal<ReadonlySet<string>>(new Set());

  /** In the order of the menu; a dish that is gone is no longer chosen. */
  readonly views = computed(() => (this.menu.menu()?.data ?? []).filter(({ item }) => this.ticked().has(item.id)));

  has(itemId: string): boolean {
    return this.ticked().has(itemId);
  }

  toggle(itemId: string): void {
    this.ticked.update((ids) =>
      ids.has(itemId) ? new Set([...ids].filter((id) => id !== itemId)) : new Set([...ids, itemId]),
    );
  }

  /** Ticks all of them, or none when all were ticked. */
  toggleAll(itemIds: readonly string[]): void {
    const all = itemIds.every((id) => this.ticked().has(id));
    this.ticked.update((ids) => new Set(all ? [...ids].filter((id) => !itemIds.includes(id)) : [...ids, ...itemIds]));
  }

  clear(): void {
    this.ticked.set(new Set());
  }
}
