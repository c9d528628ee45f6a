import { httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { MenuItemsView, OrderSummaryView, Page } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-client';
import { SessionStore } from '../../core/session/session-store';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { OFFICE_LINKS } from '../shell/office-links';
import { PaletteState } from '../shell/palette-state';
import { dishEntries, found, orderEntries, pageEntries, type PaletteEntry } from './palette-entries';

const MOST = 12;
const LATEST_ORDERS = 100;
const TEXTS = {
  heading: 'Go to',
  field: 'Page, dish or order number',
  list: 'Places',
  none: 'Nothing is called that.',
  searchOrders: (typed: string) => `Look for “${typed}” in the orders`,
};

/** Goes anywhere by a few letters. The field keeps the focus; arrows choose, Enter goes. */
@Component({
  selector: 'app-palette',
  imports: [DialogSheet, Icon],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  protected readonly state = inject(PaletteState);
  protected readonly t = TEXTS;
  protected readonly typed = signal('');
  protected readonly at = signal(0);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly menu = httpResource<MenuItemsView>(() => this.url('menu.read', 'menu-items'));
  private readonly orders = httpResource<Page<OrderSummaryView>>(() =>
    this.url('orders.read', `orders?limit=${LATEST_ORDERS}`),
  );

  private readonly entries = computed(() => [
    ...pageEntries(OFFICE_LINKS.filter(({ permission }) => this.session.may(permission))),
    ...(this.menu.hasValue() ? dishEntries(this.menu.value()) : []),
    ...(this.orders.hasValue() ? orderEntries(this.orders.value().data) : []),
  ]);
  protected readonly shown = computed(() => {
    const typed = this.typed().trim();
    const entries = found(this.entries(), typed, MOST);
    return entries.length === 0 && typed !== '' && this.session.may('orders.read') ? [searchEntry(typed)] : entries;
  });

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      if (!this.state.open()) return;
      this.typed.set('');
      this.at.set(0);
    });
    // The sheet gives the focus to its heading; here the field is what one came for.
    effect(() => {
      const field = this.field()?.nativeElement;
      if (field !== undefined) afterNextRender({ read: () => field.focus() }, { injector });
    });
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
    this.at.set(0);
  }

  protected press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const count = this.shown().length;
      this.at.update((at) => (count === 0 ? 0 : (at + step + count) % count));
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const entry = this.shown()[this.at()];
    if (entry !== undefined) this.go(entry);
  }

  protected go({ path, query }: PaletteEntry): void {
    this.state.open.set(false);
    void this.router.navigate([path], { queryParams: query });
  }

  /** Looked at again each time it opens. */
  private url(permission: 'menu.read' | 'orders.read', what: string): string | undefined {
    const id = this.session.locationId();
    return this.state.open() && id !== null && this.session.may(permission)
      ? `${apiUrl('/locations', id)}/${what}`
      : undefined;
  }
}

function searchEntry(typed: string): PaletteEntry {
  const label = TEXTS.searchOrders(typed);
  return { key: 'search', label, hint: '', icon: 'search', path: '/admin/orders', query: { q: typed } };
}
