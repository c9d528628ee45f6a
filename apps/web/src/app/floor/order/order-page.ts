import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Allergen, PlaceOrderRequest, ProblemItem } from '@comanda/shared';
import { priceBasket } from '@comanda/shared/pricing';
import { toApiProblem } from '../../core/api/api-problem';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { MoneyPipe } from '../../core/money/money.pipe';
import { SessionStore } from '../../core/session/session-store';
import type { DishDraft } from '../../ui/choices/item-draft';
import { AllergenPicker } from '../../ui/allergens/allergen-picker';
import { allergenList } from '../../ui/allergens/allergen-words';
import { withToggled } from '../../ui/allergens/chosen-allergens';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { FloorApi } from '../floor-api';
import { FloorPlace } from '../floor-place';
import { FloorStore } from '../floor-store';
import { FLOOR_TEXTS } from '../floor-texts';
import { allergyWarnings } from './allergy-warnings';
import { DishSheet, type OpenDish } from './dish-sheet';
import { guestsIn, type DraftLine } from './order-draft';
import { OrderDrafts, PHONE } from './order-drafts';
import { type MenuDish, OrderMenu } from './order-menu';
import { ORDER_TEXTS } from './order-texts';

/** A waiter takes an order, at a table (`?table=`) or on the telephone. */
@Component({
  selector: 'app-order-page',
  imports: [AllergenPicker, DishSheet, Icon, MoneyPipe, RouterLink],
  templateUrl: './order-page.html',
  styleUrl: './order-page.css',
  providers: [OrderMenu],
})
export class OrderPage {
  /** From the address. */
  readonly table = input<string>();

  protected readonly t = ORDER_TEXTS;
  protected readonly menu = inject(OrderMenu);
  private readonly store = inject(FloorStore);
  private readonly place = inject(FloorPlace);
  private readonly drafts = inject(OrderDrafts);
  private readonly api = inject(FloorApi);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  private readonly key = computed(() => this.table() ?? PHONE);
  protected readonly atTable = computed(() => this.table() !== undefined);
  protected readonly target = computed(() => this.store.tables().find(({ id }) => id === this.table()) ?? null);
  protected readonly tableUnknown = computed(
    () => this.atTable() && this.store.floor() !== null && this.target() === null,
  );
  protected readonly heading = computed(() =>
    this.atTable() ? this.t.at(FLOOR_TEXTS.table(this.target()?.name ?? '…')) : this.t.phone,
  );
  protected readonly draft = computed(() => this.drafts.of(this.key()));
  /** Since when it lies there, and whose it is when somebody else began it. */
  protected readonly begun = computed(() => {
    const { lines, begunAt, by } = this.draft();
    const minutes = this.store.minutesSince(new Date(begunAt).toISOString());
    const own = by === this.session.session()?.staff.name;
    return lines.length === 0 || (own && minutes === 0) ? null : this.t.begun(minutes, own ? null : by);
  });
  protected readonly guests = computed(() => guestsIn(this.draft().lines));
  protected readonly warnings = computed(() => {
    const offer = this.menu.offer();
    return offer === null ? [] : allergyWarnings(this.draft(), offer.index);
  });
  protected readonly opened = signal<OpenDish | null>(null);
  protected readonly told = computed(() => allergenList(this.draft().allergies));
  protected readonly sending = signal(false);
  protected readonly contactMissing = signal(false);
  /** What the restaurant refused, in its words. */
  protected readonly refusal = signal<{ readonly text: string; readonly items: readonly ProblemItem[] } | null>(null);
  protected readonly currency = computed(() => this.menu.offer()?.menu.currency ?? 'EUR');
  private readonly fulfilment = computed(() => (this.atTable() ? 'dine-in' : 'pickup'));
  protected readonly totalMinor = computed(() => {
    const offer = this.menu.offer();
    if (offer === null) return 0;
    const { taxRates, taxInclusive } = offer.menu;
    const basket = { lines: this.draft().lines.map(({ dish }) => dish), fulfilment: this.fulfilment() } as const;
    return priceBasket(offer.index, basket, { taxRates, taxInclusive }).priced.totalMinor;
  });

  protected addAtOnce({ item, atOnce }: MenuDish): void {
    if (atOnce === null) return this.opened.set({ item });
    this.put({ id: newIdempotencyKey(), name: item.name, dish: atOnce });
  }

  protected open(dish: MenuDish): void {
    this.opened.set({ item: dish.item });
  }

  protected edit(line: DraftLine): void {
    const item = this.menu.item(line.dish.itemId);
    if (item !== undefined) this.opened.set({ item, line });
  }

  /** Why a line that was noted earlier cannot be sent any more. */
  protected troubleOf({ dish }: DraftLine): string | null {
    if (this.menu.offer() === null) return null;
    if (this.menu.item(dish.itemId) === undefined) return this.t.offMenu;
    return this.menu.isSellable(dish.itemId) ? null : this.t.soldOut;
  }

  protected drop({ id }: DraftLine): void {
    this.drafts.remove(this.key(), id);
  }

  protected discard(): void {
    const [key, draft] = [this.key(), this.draft()];
    this.drafts.forget(key);
    this.refusal.set(null);
    this.toasts.show({ text: this.t.discarded, undo: () => this.drafts.restore(key, draft) });
  }

  protected toggleAllergy(allergen: Allergen): void {
    this.drafts.change(this.key(), { allergies: withToggled(this.draft().allergies, allergen) });
  }

  protected forWhom({ dish: { guestName, allergies = [] } }: DraftLine): string | null {
    const words = [guestName, allergies.length === 0 ? undefined : this.t.allergic(allergenList(allergies))];
    const said = words.filter((word) => word !== undefined).join(' · ');
    return said === '' ? null : said;
  }

  protected confirm(dish: DishDraft): void {
    const opened = this.opened();
    if (opened === null) return;
    this.put({ id: opened.line?.id ?? newIdempotencyKey(), name: opened.item.name, dish });
    this.opened.set(null);
  }

  protected remove(): void {
    const line = this.opened()?.line;
    if (line !== undefined) this.drafts.remove(this.key(), line.id);
    this.opened.set(null);
  }

  protected sizeOf({ dish }: DraftLine): string | null {
    const item = this.menu.item(dish.itemId);
    return (item?.variants.length ?? 0) > 1
      ? (item?.variants.find(({ id }) => id === dish.variantId)?.name ?? null)
      : null;
  }

  protected write(change: { readonly guestName: string } | { readonly phone: string }): void {
    this.drafts.change(this.key(), change);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [locationId, { guestName, phone, lines, key }] = [this.place.locationId(), this.draft()];
    this.contactMissing.set(!this.atTable() && (guestName.trim() === '' || phone.trim() === ''));
    if (locationId === null || this.sending() || lines.length === 0 || this.contactMissing()) return;
    this.sending.set(true);
    this.refusal.set(null);
    try {
      const { number } = await this.api.place(locationId, this.request(), key);
      this.drafts.forget(this.key());
      this.toasts.show({ text: this.t.sent(number) });
      await this.router.navigate(['/floor']);
      this.store.look();
    } catch (error) {
      const problem = toApiProblem(error);
      this.refusal.set({ text: problem.answerLost ? this.t.lost : problem.message, items: problem.items });
      this.menu.refresh();
    } finally {
      this.sending.set(false);
    }
  }

  private put(line: DraftLine): void {
    this.refusal.set(null);
    this.drafts.put(this.key(), line);
  }

  private request(): PlaceOrderRequest {
    const { guestName, phone, lines, allergies } = this.draft();
    const tableToken = this.target()?.guestPath.replace('/t/', '');
    const [name, number] = [guestName.trim(), phone.trim()];
    const guest = { ...(name === '' ? {} : { name }), ...(number === '' ? {} : { phone: number }) };
    return {
      fulfilment: { type: this.fulfilment(), ...(tableToken === undefined ? {} : { tableToken }) },
      lines: lines.map(({ dish }) => dish),
      ...(Object.keys(guest).length === 0 ? {} : { guest }),
      ...(allergies.length === 0 ? {} : { allergies }),
      expectedTotalMinor: this.totalMinor(),
    };
  }
}
