import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink, type RouterStateSnapshot } from '@angular/router';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { LazyPart, type PartLoader } from '../../ui/lazy/lazy-part';
import { Unsaved, UnsavedQuestion } from '../shell/unsaved';
import type { UnsavedPage } from '../shell/unsaved-guard';
import { SaleStore } from '../sold-out/sale-store';
import { Selection } from './bulk/selection';
import { CellEdits } from './cell-edits';
import { groupsOf, narrowed, type MenuRow } from './menu-rows';
import { MenuTable } from './menu-table';
import { MENU_TEXTS } from './menu-texts';
import { OfficeMenuStore } from './office-menu-store';
import { Quicker } from './quicker';
import { RevisionsStore } from './revisions-store';
import { SaleChoice } from './sale-choice';
import { valueOf } from '../words/value-of';

const PARTS = ['dishes', 'sections', 'groups', 'history', 'findings'] as const;
type MenuPart = (typeof PARTS)[number];

/** The menu: prices edited in place, its history, and what is to be looked at. The address holds what is shown. */
@Component({
  selector: 'app-menu-page',
  imports: [Banner, Icon, LazyPart, MenuTable, RouterLink, UnsavedQuestion],
  providers: [CellEdits, OfficeMenuStore, Quicker, RevisionsStore, SaleChoice, SaleStore, Selection, Unsaved],
  templateUrl: './menu-page.html',
  styleUrl: './menu-page.css',
  host: { '(window:beforeunload)': 'unload($event)' },
})
export class MenuPage implements UnsavedPage {
  readonly view = input<string>();
  readonly section = input<string>();
  readonly q = input<string>();
  /** The dish that stands open, or `new`. */
  readonly dish = input<string>();

  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly textOf = valueOf;
  protected readonly online = inject(Connectivity).online;
  protected readonly store = inject(OfficeMenuStore);
  protected readonly revisions = inject(RevisionsStore);
  protected readonly sale = inject(SaleStore);
  protected readonly t = MENU_TEXTS;
  protected readonly parts = PARTS;
  protected readonly saleChoice = inject(SaleChoice);
  private readonly unsaved = inject(Unsaved);
  protected readonly loadHistory: PartLoader = () => import('./menu-history').then((file) => file.MenuHistory);
  protected readonly loadFindings: PartLoader = () => import('./menu-findings').then((file) => file.MenuFindings);
  protected readonly loadSale: PartLoader = () => import('./sale-sheet').then((file) => file.SaleSheet);
  protected readonly loadBulk: PartLoader = () => import('./bulk/bulk-bar').then((file) => file.BulkBar);
  protected readonly selection = inject(Selection);
  protected readonly loadSections: PartLoader = () =>
    import('./structure/sections-part').then((file) => file.SectionsPart);
  protected readonly loadGroups: PartLoader = () => import('./structure/groups-part').then((file) => file.GroupsPart);
  protected readonly loadDish: PartLoader = () => import('./dish/dish-place').then((file) => file.DishPlace);

  protected readonly part = computed<MenuPart>(() => PARTS.find((part) => part === this.view()) ?? 'dishes');
  protected readonly mayEdit = computed(() => this.session.may('menu.edit'));
  protected readonly maySuspend = computed(() => this.session.may('menu.suspend') && this.online());
  protected readonly readOnly = computed(() => !this.mayEdit() || !this.online());
  protected readonly groups = computed(() => {
    const menu = this.store.menu();
    return menu === null ? [] : groupsOf(menu, this.t.elsewhere);
  });
  protected readonly shown = computed(() => narrowed(this.groups(), this.section() ?? null, this.q() ?? ''));
  protected readonly findingCount = computed(() => this.revisions.findings()?.length ?? 0);

  /** Also asked when only the query changes: another dish, or none. */
  mayLeave(next: RouterStateSnapshot): Promise<boolean> {
    return this.unsaved.mayLeave(this.router.url, next);
  }

  protected unload(event: BeforeUnloadEvent): void {
    if (this.unsaved.dirty()) event.preventDefault();
  }

  protected openDish({ view }: MenuRow): void {
    this.go({ dish: view.item.id, from: null });
  }

  protected addDish(): void {
    this.go({ dish: 'new', from: null });
  }

  protected go(params: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: params, queryParamsHandling: 'merge', replaceUrl: 'q' in params });
  }
}
