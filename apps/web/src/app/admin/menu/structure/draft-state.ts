import { computed, signal } from '@angular/core';
import type { FieldFault } from '../dish/field-faults';
import { same } from '../dish/same';

interface Opened<Draft> {
  readonly id: string;
  /** The version that its editor saw; null for what is not on the menu yet. */
  readonly etag: string | null;
  readonly start: Draft;
}

/** What is typed about one thing of the menu, beside the version that its editor saw. */
export class DraftState<Draft extends object> {
  private readonly opened = signal<Opened<Draft> | null>(null);
  private readonly typed = signal<Draft | null>(null);

  readonly draft = this.typed.asReadonly();
  readonly id = computed(() => this.opened()?.id ?? null);
  readonly etag = computed(() => this.opened()?.etag ?? null);
  readonly isNew = computed(() => this.opened()?.etag === null);
  readonly busy = signal(false);
  readonly failure = signal<string | null>(null);
  readonly faults = signal<readonly FieldFault[]>([]);
  readonly dirty = computed(() => {
    const [opened, draft] = [this.opened(), this.typed()];
    return opened !== null && draft !== null && !same(draft, opened.start);
  });

  begin(id: string, etag: string | null, start: Draft): void {
    this.opened.set({ id, etag, start });
    this.typed.set(start);
    this.clear();
  }

  end(): void {
    this.opened.set(null);
    this.typed.set(null);
    this.clear();
  }

  /** Somebody was quicker: what was typed stays, and the next save knows what they wrote. */
  rebase(etag: string, start: Draft): void {
    this.opened.update((opened) => (opened === null ? null : { ...opened, etag, start }));
  }

  patch(change: Partial<Draft>): void {
    this.typed.update((draft) => (draft === null ? null : { ...draft, ...change }));
    this.faults.set([]);
    this.failure.set(null);
  }

  discard(): void {
    this.typed.set(this.opened()?.start ?? null);
    this.clear();
  }

  errorAt(pointer: string): string | null {
    return this.faults().find((fault) => fault.pointer === pointer)?.text ?? null;
  }

  private clear(): void {
    this.faults.set([]);
    this.failure.set(null);
  }
}
