import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { alsoFalls, type SaleTarget } from '../sold-out/menu-targets';
import { SaleMoves } from '../sold-out/sale-moves';
import { SaleStore } from '../sold-out/sale-store';
import { SuspendForm, type SaleWish } from '../sold-out/suspend-form';
import { CellEdits } from './cell-edits';
import { MenuFindings } from './menu-findings';
import { MenuHistory } from './menu-history';
import { groupsOf, narrowed, type MenuRow } from './menu-rows';
import { MenuTable } from './menu-table';
import { MENU_TEXTS } from './menu-texts';
import { OfficeMenuStore } from './office-menu-store';
import { RevisionsStore } from './revisions-store';

type MenuPart = 'dishes' | 'history' | 'findings';

/** The menu: prices edited in place, its history, and what is to be looked at. The address holds what is shown. */
@Component({
  selector: 'app-menu-page',
  imports: [Banner, DialogSheet, Icon, MenuFindings, MenuHistory, MenuTable, RouterLink, SuspendForm],
  providers: [CellEdits, OfficeMenuStore, RevisionsStore, SaleMoves, SaleStore],
  templateUrl: './menu-page.html',
  styleUrl: './menu-page.css',
})
export class MenuPage {
  readonly view = input<string>();
  readonly section = input<string>();
  readonly q = input<string>();

  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly online = inject(Connectivity).online;
  protected readonly store = inject(OfficeMenuStore);
  protected readonly revisions = inject(RevisionsStore);
  protected readonly sale = inject(SaleStore);
  protected readonly moves = inject(SaleMoves);
  protected readonly t = MENU_TEXTS;
  protected readonly chosen = signal<SaleTarget | null>(null);

  protected readonly part = computed<MenuPart>(() => {
    const view = this.view();
    return view === 'history' || view === 'findings' ? view : 'dishes';
  });
  protected readonly mayEdit = computed(() => this.session.may('menu.edit'));
  protected readonly maySuspend = computed(() => this.session.may('menu.suspend') && this.online());
  protected readonly readOnly = computed(() => !this.mayEdit() || !this.online());
  protected readonly groups = computed(() => {
    const menu = this.store.menu();
    return menu === null ? [] : groupsOf(menu, this.t.elsewhere);
  });
  protected readonly shown = computed(() => narrowed(this.groups(), this.section() ?? null, this.q() ?? ''));
  protected readonly findingCount = computed(() => this.revisions.findings()?.length ?? 0);
  protected readonly falls = computed(() => {
    const [target, document] = [this.chosen(), this.sale.document()];
    return target?.kind === 'item' && document !== null ? alsoFalls(document, target.id) : [];
  });

  protected go(params: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: params, queryParamsHandling: 'merge', replaceUrl: 'q' in params });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  /** A dish with one size is taken off as a dish. */
  protected suspend({ view, variant, size }: MenuRow): void {
    this.moves.failure.set(null);
    const kind = view.item.variants.length === 1 ? 'item' : 'variant';
    const id = kind === 'item' ? view.item.id : variant.id;
    const known = this.sale.targets().find((target) => target.kind === kind && target.id === id);
    this.chosen.set(known ?? { kind, id, name: size, context: '', itemId: view.item.id });
  }

  protected async wish(target: SaleTarget, wish: SaleWish): Promise<void> {
    if (await this.moves.wish(target, wish)) this.chosen.set(null);
  }

  protected async putBack(target: SaleTarget): Promise<void> {
    for (const row of this.offRowsOf(target)) await this.moves.putBack(row);
    this.chosen.set(null);
  }

  protected offRowsOf(target: SaleTarget) {
    return this.sale.offSale().filter(({ target: each }) => each.kind === target.kind && each.id === target.id);
  }
}
