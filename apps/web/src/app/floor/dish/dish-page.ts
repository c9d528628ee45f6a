import {
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { isDishChangeable } from '@comanda/shared';
import { MoneyPipe } from '../../core/money/money.pipe';
import type { DishDraft } from '../../ui/choices/item-draft';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { FloorStore } from '../floor-store';
import { FLOOR_TEXTS, LINE_WORDS } from '../floor-texts';
import { DishSheet, type OpenDish } from '../order/dish-sheet';
import { type MenuDish, OrderMenu } from '../order/order-menu';
import { DishStore } from './dish-store';
import { DISH_TEXTS } from './dish-texts';
import { choiceWords, draftOfLine, isSame } from './order-dish';

/** A dish that the kitchen has: wanted otherwise, another in its place, or not at all any more. For the floor and the office. */
@Component({
  selector: 'app-dish-page',
  imports: [DishSheet, Icon, MoneyPipe],
  templateUrl: './dish-page.html',
  styleUrls: ['../order/order-page.css', './dish-page.css'],
  providers: [DishStore, OrderMenu],
})
export class DishPage {
  /** From the address. */
  readonly order = input<string>();
  readonly line = input<string>();
  /** Where it was opened: in the office, or at the tables. */
  readonly from = input<string>();

  protected readonly t = DISH_TEXTS;
  protected readonly states = LINE_WORDS;
  protected readonly store = inject(DishStore);
  protected readonly menu = inject(OrderMenu);
  private readonly floor = inject(FloorStore);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  protected readonly opened = signal<OpenDish | null>(null);
  private readonly injector = inject(Injector);
  protected readonly leaving = signal(false);
  protected readonly reason = signal('');
  protected readonly reasonMissing = signal(false);
  protected readonly currency = computed(() => this.store.order()?.currency ?? 'EUR');
  protected readonly changeable = computed(() => {
    const [order, line] = [this.store.order(), this.store.line()];
    return order !== null && line !== null && isDishChangeable(order.state, line.kitchenState);
  });
  /** The dish as it was ordered, in the words of today's menu. */
  private readonly before = computed<DishDraft | null>(() => {
    const [line, offer] = [this.store.line(), this.menu.offer()];
    return line === null || offer === null ? null : draftOfLine(line, offer.index);
  });
  protected readonly own = computed(() => {
    const before = this.before();
    return before === null ? null : (this.menu.item(before.itemId) ?? null);
  });
  protected readonly about = computed(() => {
    const order = this.store.order();
    if (order === null) return '';
    const { type, tableName } = order.fulfilment;
    const where = type === 'dine-in' ? FLOOR_TEXTS.table(tableName ?? '?') : this.t[type];
    return this.t.of(order.number, where);
  });
  protected readonly choices = computed(() => {
    const [offer, instead] = [this.menu.offer(), this.store.instead()];
    return offer === null || instead === null ? [] : choiceWords(instead.dish, offer.index);
  });
  protected readonly problems = linkedSignal(() => this.store.instead()?.quote?.problems ?? []);

  constructor() {
    effect(() => {
      const [order, line] = [this.order(), this.line()];
      if (order !== undefined && line !== undefined) untracked(() => this.store.show(order, line));
    });
  }

  /** The same dish with what was chosen, or another one; the course stays what it was. */
  protected open(dish: Pick<MenuDish, 'item'> | null): void {
    const [before, own] = [this.before(), this.own()];
    if (before === null) return;
    if (dish !== null) return this.opened.set({ item: dish.item });
    if (own !== null) this.opened.set({ item: own, line: { id: this.store.line()?.id ?? '', dish: before } });
  }

  protected choose(dish: DishDraft): void {
    const [opened, before] = [this.opened(), this.before()];
    this.opened.set(null);
    if (opened === null || before === null) return;
    const course = dish.course ?? before.course;
    const wanted = { ...dish, ...(course === undefined ? {} : { course }) };
    if (isSame(before, wanted)) return this.store.instead.set(null);
    this.leaving.set(false);
    void this.store.choose(opened.item.name, wanted);
  }

  protected async put(): Promise<void> {
    const before = this.before();
    if (before !== null) await this.leave(await this.store.put(before));
  }

  protected async takeOff(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.reasonMissing.set(reason === '');
    if (reason !== '') await this.leave(await this.store.takeOff(reason));
  }

  protected askReason(): void {
    this.opened.set(null);
    this.store.instead.set(null);
    this.leaving.set(true);
    afterNextRender(() => document.getElementById('dish-reason')?.focus(), { injector: this.injector });
  }

  protected back(): Promise<boolean> {
    return this.from() === 'office'
      ? this.router.navigate(['/admin/orders'], { queryParams: { order: this.order() } })
      : this.router.navigate(['/floor']);
  }

  private async leave(said: string | null): Promise<void> {
    if (said === null) return;
    this.toasts.show({ text: said });
    this.floor.look();
    await this.back();
  }
}
