import { Location } from '@angular/common';
import { Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { GroupPlace } from './group/group-place';
import { RestaurantStore } from './restaurant/restaurant-store';

/** What is open over the menu, as the address says. */
export interface OpenSheets {
  readonly item: string | null;
  /** The line of the basket that the open dish changes. */
  readonly line: string | null;
  readonly basket: boolean;
}

const OPENED_HERE = 'sheetOpenedHere';

/** The sheets over the menu. The address is their state: back closes, a link opens. */
@Injectable({ providedIn: 'root' })
export class GuestSheets {
  private readonly router = inject(Router);
  private readonly history = inject(Location);
  private readonly restaurant = inject(RestaurantStore);
  private readonly group = inject(GroupPlace);
  private readonly shown = signal<OpenSheets>({ item: null, line: null, basket: false });

  readonly item = computed(() => this.shown().item);
  readonly line = computed(() => this.shown().line);
  /** The basket shows in its sheet until a dish is opened from it. */
  readonly basketOpen = computed(() => this.shown().basket && this.shown().item === null);
  readonly dietOpen = signal(false);
  /** How and when the food is wanted. */
  readonly fulfilmentOpen = signal(false);

  /** A name is asked for, to begin a basket for several people. */
  readonly groupOpen = signal(false);

  /** An order of the account is looked at once more, over whatever is in the basket. */
  readonly reorderOpen = signal(false);

  /** The menu page tells what its address says. */
  show(sheets: OpenSheets): void {
    this.shown.set(sheets);
  }

  openDish(itemId: string): void {
    this.open({ item: itemId, line: null });
  }

  /** From the basket, wherever it stands: the dish opens over the menu. */
  editLine(line: { readonly id: string; readonly itemId: string }): void {
    this.open({ item: line.itemId, line: line.id });
  }

  /** At a table the basket opens over the menu and goes to the kitchen from there; else it is part of the checkout. */
  openBasket(): void {
    if (this.restaurant.tableToken() === null) void this.router.navigate(['/checkout']);
    else this.open({ basket: 'open' });
  }

  /** To the group's basket, or to begin one. */
  openGroup(): void {
    const group = this.group.here();
    if (group === null) this.groupOpen.set(true);
    else void this.router.navigate(['/g', group.groupToken]);
  }

  /** Another dish in the place of the open one: back leads to the menu, not through all that was looked at. */
  openInstead(itemId: string): void {
    void this.router.navigate([], {
      queryParams: { item: itemId, line: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      state: { [OPENED_HERE]: this.openedHere() },
    });
  }

  /** Closing is going back, so that going back later does not open it again. A sheet from a shared link has no back. */
  close(): void {
    if (this.openedHere()) return this.history.back();
    const queryParams = { item: null, line: null, basket: null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private open(sheet: Record<string, string | null>): void {
    const { path, queryParams } = this.restaurant.menuLink();
    const onMenu = !/^\/(checkout|o\/|g\/)/.test(this.router.url);
    void this.router.navigate(onMenu ? [] : path, {
      queryParams: onMenu ? sheet : { ...queryParams, ...sheet },
      ...(onMenu ? { queryParamsHandling: 'merge' } : {}),
      state: { [OPENED_HERE]: true },
    });
  }

  private openedHere(): boolean {
    const state = this.history.getState();
    return typeof state === 'object' && state !== null && OPENED_HERE in state && state[OPENED_HERE] === true;
  }
}
