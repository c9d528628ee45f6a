import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatMinor, type FloorTableView, type PassDishView, type TableCallView } from '@comanda/shared';
import { MoneyPipe } from '../core/money/money.pipe';
import { SessionStore } from '../core/session/session-store';
import { Banner } from '../ui/banner/banner';
import { Icon } from '../ui/icon/icon';
import { LazyPart, type PartLoader } from '../ui/lazy/lazy-part';
import { FloorApi } from './floor-api';
import { FloorCommands } from './floor-commands';
import { FloorStore } from './floor-store';
import { CALL_WORDS, FLOOR_TEXTS, TABLE_WORDS } from './floor-texts';
import { OrderDrafts, PHONE } from './order/order-drafts';

/** All a waiter must see at a glance: who calls, what gets cold, and how every table stands. */
@Component({
  selector: 'app-floor-page',
  imports: [Banner, Icon, LazyPart, MoneyPipe, RouterLink],
  templateUrl: './floor-page.html',
  styleUrl: './floor-page.css',
  providers: [FloorCommands],
})
export class FloorPage {
  protected readonly t = FLOOR_TEXTS;
  protected readonly words = TABLE_WORDS;
  protected readonly callWords = CALL_WORDS;
  protected readonly store = inject(FloorStore);
  protected readonly commands = inject(FloorCommands);
  protected readonly mayOpenOffice = inject(SessionStore).may('orders.read');
  private readonly drafts = inject(OrderDrafts);
  protected readonly phone = PHONE;
  private readonly api = inject(FloorApi);
  protected readonly sheet: PartLoader = () => import('./table/table-sheet').then((file) => file.TableSheet);
  protected readonly ghosts = [1, 2, 3, 4, 5, 6];
  protected readonly isLive = computed(() => this.store.feed.state() === 'live' && this.store.warning() === null);
  protected readonly liveWord = computed(() => {
    if (this.store.warning() !== null) return this.t.stale;
    switch (this.store.feed.state()) {
      case 'live':
        return this.t.live;
      case 'connecting':
        return this.t.connecting;
      default:
        return this.t.stale;
    }
  });

  protected acknowledge({ id }: TableCallView): void {
    void this.commands.run(`call ${id}`, () => this.api.acknowledge(id));
  }

  protected serve({ ticketId, lineId, name }: PassDishView): void {
    void this.commands.run(
      `serve ${lineId}`,
      () => this.api.serve(ticketId, lineId),
      () => this.t.servedSaid(name),
    );
  }

  /** "Table 4", or for whom an order is that leaves the house. */
  protected whereTo({ tableName, guestName, orderNumber }: PassDishView): string {
    if (tableName !== undefined) return this.t.table(tableName);
    return guestName === undefined ? this.t.order(orderNumber) : `${this.t.order(orderNumber)} · ${guestName}`;
  }

  /** "Open since yesterday · €12.00 owed". */
  protected leftWords({ sitting }: FloorTableView): string {
    const due = sitting?.dueMinor ?? 0;
    const owed = due === 0 ? [] : [this.t.owed(formatMinor(due, this.store.currency(), 'en'))];
    return [this.t.openSince(sitting?.daysOpen ?? 1), ...owed].join(' · ');
  }

  /** Nobody owes anything: it can be freed without looking. */
  protected isSettled({ sitting }: FloorTableView): boolean {
    return sitting?.dueMinor === 0 && sitting.refundDueMinor === undefined;
  }

  protected free(table: FloorTableView): void {
    const { id, name, sitting } = table;
    if (sitting === undefined || !this.isSettled(table)) return this.store.open(id);
    void this.commands.run(
      `free ${id}`,
      () => this.api.close(sitting, undefined),
      () => this.t.freed(this.t.table(name)),
    );
  }

  /** What was noted on this phone and is not sent yet. */
  protected begun(place: string): string | null {
    const { lines, begunAt } = this.drafts.of(place);
    if (lines.length === 0) return null;
    const dishes = lines.reduce((sum, { dish }) => sum + dish.quantity, 0);
    return this.t.begun(dishes, this.store.minutesSince(new Date(begunAt).toISOString()));
  }

  protected since({ since }: FloorTableView): string | null {
    return since === undefined ? null : this.ago(since);
  }

  protected ago(instant: string): string {
    return this.t.minutes(this.store.minutesSince(instant));
  }
}
