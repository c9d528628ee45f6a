import { Injectable, signal } from '@angular/core';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import type { DishDraft } from '../../ui/choices/item-draft';

export interface DraftLine {
  readonly id: string;
  readonly name: string;
  readonly dish: DishDraft;
}

/** An order that is being taken, and the key under which it is sent once. */
export interface OrderDraft {
  readonly lines: readonly DraftLine[];
  readonly guestName: string;
  readonly phone: string;
  readonly key: string;
}

export const PHONE = 'phone';

/** What waiters have begun to note, for each table and the telephone, while they look at other tables. */
@Injectable()
export class OrderDrafts {
  private readonly drafts = signal<ReadonlyMap<string, OrderDraft>>(new Map());

  of(place: string): OrderDraft {
    return this.drafts().get(place) ?? { lines: [], guestName: '', phone: '', key: '' };
  }

  /** What is sent afterwards is another order than what was sent before. */
  change(place: string, change: Partial<Omit<OrderDraft, 'key'>>): void {
    const draft = { ...this.of(place), ...change, key: newIdempotencyKey() };
    this.drafts.update((drafts) => new Map(drafts).set(place, draft));
  }

  /** One dish more, or another one in the place of a line. */
  put(place: string, line: DraftLine): void {
    const { lines } = this.of(place);
    const known = lines.some(({ id }) => id === line.id);
    this.change(place, { lines: known ? lines.map((each) => (each.id === line.id ? line : each)) : [...lines, line] });
  }

  remove(place: string, id: string): void {
    this.change(place, { lines: this.of(place).lines.filter((line) => line.id !== id) });
  }

  forget(place: string): void {
    this.drafts.update((drafts) => new Map([...drafts].filter(([each]) => each !== place)));
  }
}
