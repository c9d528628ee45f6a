import { DestroyRef, Injectable, computed, inject, linkedSignal, untracked } from '@angular/core';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { DeviceStorage } from '../../core/device/device-storage';
import { SessionStore } from '../../core/session/session-store';
import { Clock } from '../../core/time/clock';
import { knownAllergens } from '../../ui/allergens/chosen-allergens';
import { NO_DRAFT, knownDrafts, withSameAllergies } from './order-draft';
import type { DraftLine, Drafts, OrderDraft } from './order-draft';

export const PHONE = 'phone';

/**
 * What waiters have begun to note, for each table and the telephone. It is kept on the device until it is sent: a phone
 * that runs out, or a page that is loaded anew, loses nothing. Orders that others send are orders of their own.
 */
@Injectable()
export class OrderDrafts {
  private readonly storage = inject(DeviceStorage).device;
  private readonly session = inject(SessionStore);
  private readonly clock = inject(Clock);
  private readonly shelf = computed(() => `comanda.floor.drafts.${this.session.locationId() ?? ''}`);
  private readonly drafts = linkedSignal<string, Drafts>({
    source: () => this.shelf(),
    computation: (shelf) => this.kept(shelf),
  });

  constructor() {
    const takeOver = ({ key }: StorageEvent): void => {
      if (key === this.shelf()) this.drafts.set(this.kept(this.shelf()));
    };
    addEventListener('storage', takeOver);
    inject(DestroyRef).onDestroy(() => removeEventListener('storage', takeOver));
  }

  of(place: string): OrderDraft {
    return this.drafts().get(place) ?? NO_DRAFT;
  }

  /** What is sent afterwards is another order than what was sent before. */
  change(place: string, change: Partial<Omit<OrderDraft, 'key' | 'begunAt' | 'by'>>): void {
    const before = this.of(place);
    const begun =
      before === NO_DRAFT ? { begunAt: this.clock.now(), by: this.session.session()?.staff.name ?? '' } : {};
    this.keep(new Map(this.drafts()).set(place, { ...before, ...begun, ...change, key: newIdempotencyKey() }));
  }

  /** One dish more, or another one in the place of a line. */
  put(place: string, line: DraftLine): void {
    const { lines } = this.of(place);
    const known = lines.some(({ id }) => id === line.id);
    const all = known ? lines.map((each) => (each.id === line.id ? line : each)) : [...lines, line];
    this.change(place, { lines: withSameAllergies(all, line) });
  }

  remove(place: string, id: string): void {
    this.change(place, { lines: this.of(place).lines.filter((line) => line.id !== id) });
  }

  forget(place: string): void {
    this.keep(new Map([...this.drafts()].filter(([each]) => each !== place)));
  }

  /** As it was before it was forgotten. */
  restore(place: string, draft: OrderDraft): void {
    this.keep(new Map(this.drafts()).set(place, draft));
  }

  /** The guests sit elsewhere now: what was begun for them goes along, after what is noted there. */
  move(from: string, to: string): void {
    const [draft, there] = [this.of(from), this.of(to)];
    if (draft === NO_DRAFT) return;
    this.forget(from);
    if (there === NO_DRAFT) return this.restore(to, draft);
    const allergies = knownAllergens([...there.allergies, ...draft.allergies]);
    this.change(to, { lines: [...there.lines, ...draft.lines], allergies });
  }

  private keep(drafts: Drafts): void {
    this.drafts.set(drafts);
    if (drafts.size === 0) this.storage.remove(this.shelf());
    else this.storage.write(this.shelf(), Object.fromEntries(drafts));
  }

  private kept(shelf: string): Drafts {
    return knownDrafts(this.storage.read(shelf), untracked(this.clock.now));
  }
}
