import { Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  formatMinor,
  isDishChangeable,
  type OrderLineView,
  type OrderOptionView,
  type OrderView,
  type PaymentMethod,
  type SittingView,
  type TableCallView,
} from '@comanda/shared';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { MoneyPipe } from '../../core/money/money.pipe';
import { SessionStore } from '../../core/session/session-store';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { allergenList } from '../../ui/allergens/allergen-words';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { FloorApi } from '../floor-api';
import { FloorCommands } from '../floor-commands';
import { FloorPlace } from '../floor-place';
import { FloorStore } from '../floor-store';
import { CALL_WORDS, FLOOR_TEXTS, LINE_WORDS } from '../floor-texts';
import { OrderDrafts } from '../order/order-drafts';
import { GiveBack } from './give-back';
import { METHODS, SHEET_TEXTS } from './sheet-texts';

/** One table: its rounds with how far they are, and what a waiter does with the guests there. */
@Component({
  selector: 'app-table-sheet',
  imports: [ClockTimePipe, DialogSheet, GiveBack, MoneyPipe, RouterLink],
  templateUrl: './table-sheet.html',
  styleUrl: './table-sheet.css',
})
export class TableSheet {
  protected readonly t = SHEET_TEXTS;
  protected readonly floor = FLOOR_TEXTS;
  protected readonly callWords = CALL_WORDS;
  protected readonly lineWords = LINE_WORDS;
  protected readonly methods = METHODS;
  protected readonly list = allergenList;
  protected readonly store = inject(FloorStore);
  protected readonly place = inject(FloorPlace);
  protected readonly commands = inject(FloorCommands);
  private readonly api = inject(FloorApi);
  private readonly drafts = inject(OrderDrafts);
  private readonly session = inject(SessionStore);

  protected readonly table = this.store.openTable;
  protected readonly sitting = this.store.sitting;
  protected readonly heading = computed(() => this.floor.table(this.table()?.name ?? ''));
  protected readonly mayTakeMoney = computed(() => this.session.may('orders.record-payment'));
  protected readonly calls = computed(() =>
    (this.sitting()?.calls ?? []).filter(({ acknowledged }) => acknowledged === undefined),
  );
  protected readonly others = computed(() => this.store.tables().filter(({ id }) => id !== this.table()?.id));
  private readonly tableId = computed(() => this.table()?.id);
  protected readonly target = linkedSignal<string | undefined, string>({
    source: () => this.tableId(),
    computation: () => '',
  });
  protected readonly targetTable = computed(() => this.others().find(({ id }) => id === this.target()) ?? null);
  protected readonly reason = linkedSignal<string | undefined, string>({
    source: () => this.tableId(),
    computation: () => '',
  });
  protected readonly reasonMissing = linkedSignal<string | undefined, boolean>({
    source: () => this.tableId(),
    computation: () => false,
  });
  /** One payment, however often it is sent; another amount is another one. */
  private readonly paymentKey = linkedSignal<string, string>({
    source: () => `${this.sitting()?.id ?? ''} ${this.sitting()?.dueMinor ?? 0}`,
    computation: () => newIdempotencyKey(),
  });

  protected mayChange({ state }: OrderView, { kitchenState }: OrderLineView): boolean {
    return this.session.may('orders.cancel') && isDishChangeable(state, kitchenState);
  }

  /** In words, nested choices after their own. */
  protected choicesOf(options: readonly OrderOptionView[]): readonly string[] {
    return options.flatMap(({ groupKind, name, quantity, options: nested }) => [
      `${groupKind === 'removal' ? '−' : '+'} ${quantity > 1 ? `${quantity} × ` : ''}${name}`,
      ...this.choicesOf(nested),
    ]);
  }

  /** An order was begun on this phone and is not sent. */
  protected begun(tableId: string): boolean {
    return this.drafts.of(tableId).lines.length > 0;
  }

  protected seat(): void {
    const [locationId, table] = [this.place.locationId(), this.table()];
    if (locationId === null || table === null) return;
    void this.decide('seat', () => this.api.seat(locationId, table.id));
  }

  protected acknowledge({ id }: TableCallView): void {
    void this.commands.run(`call ${id}`, () => this.api.acknowledge(id));
  }

  protected accept(round: OrderView): void {
    void this.commands.run(`accept ${round.id}`, () => this.api.accept(round));
  }

  /** The next course that waits to be fired; null when none does. */
  protected nextCourse({ lines }: OrderView): number | null {
    const held = lines.flatMap(({ kitchenState, course }) => (kitchenState === 'held' ? (course ?? 1) : []));
    return held.length === 0 ? null : Math.min(...held);
  }

  protected fire(round: OrderView, course: number): void {
    void this.commands.run(`fire ${round.id}`, () => this.api.fireCourse(round, course));
  }

  protected settle(sitting: SittingView, method: PaymentMethod): void {
    void this.decide('settle', () => this.api.settle(sitting, method, this.paymentKey()));
  }

  /** To a free table, or to the guests who sit at another one. */
  protected async goTo(sitting: SittingView): Promise<void> {
    const target = this.targetTable();
    if (target === null) return;
    const into = target.sitting;
    const done = await this.commands.run(
      'move',
      () => (into === undefined ? this.api.transfer(sitting, target.id) : this.api.merge(sitting, into.id)),
      () => this.t.moved(this.floor.table(target.name)),
    );
    if (done === undefined) return;
    this.drafts.move(this.table()?.id ?? '', target.id);
    this.store.open(target.id);
  }

  protected async close(event: Event, sitting: SittingView): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.reasonMissing.set(sitting.dueMinor > 0 && reason === '');
    if (this.reasonMissing()) return;
    const given = sitting.dueMinor > 0 ? reason : undefined;
    const closed = await this.commands.run(
      'close',
      () => this.api.close(sitting, given),
      () => this.t.closed,
    );
    if (closed === undefined) return;
    this.drafts.forget(closed.tableId);
    this.store.open(null);
  }

  protected backFirst(amountMinor: number, { currency }: SittingView): string {
    return this.t.backFirst(formatMinor(amountMinor, currency, 'en'));
  }

  private async decide(name: string, work: () => Promise<SittingView>): Promise<void> {
    const answer = await this.commands.run(name, work);
    if (answer !== undefined) this.store.take(answer);
  }
}
