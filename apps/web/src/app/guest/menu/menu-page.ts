import {
  Component,
  DOCUMENT,
  DestroyRef,
  Injector,
  LOCALE_ID,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Announcer } from '../../core/a11y/announcer';
import { DeviceStorage } from '../../core/device/device-storage';
import { takeOver } from '../../core/first-look/first-look';
import { MenuLanguage, writtenIn } from '../../core/i18n/menu-language';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { LazyPart, type PartLoader } from '../../ui/lazy/lazy-part';
import { Toasts } from '../../ui/toast/toasts';
import { BasketStore } from '../basket/basket-store';
import { GroupPlace } from '../group/group-place';
import { GuestSheets } from '../guest-sheets';
import { OrderingState } from '../restaurant/ordering-state';
import { pastOrderKey } from '../reorder/past-order-key';
import { RestaurantHeader } from '../restaurant/restaurant-header';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { RestaurantWords } from '../restaurant/restaurant-words';
import { LastOrder } from '../tracking/last-order';
import { DietFilter } from './diet-filter';
import { MenuBoard } from './menu-board';
import { MenuSections } from './menu-sections';
import { OrderBar } from './order-bar';
import { SearchField } from './search-field';
import { SectionTabs } from './section-tabs';
import { MENU_TEXTS } from './menu-texts';
import { COMMON_TEXTS } from '../words/common-texts';

/** What is not needed for the first glance. */
const PARTS = {
  basketPanel: () => import('../basket/basket-panel').then((file) => file.BasketPanel),
  basketSheet: () => import('../basket/basket-sheet').then((file) => file.BasketSheet),
  itemSheet: () => import('../item/item-sheet').then((file) => file.ItemSheet),
  group: () => import('../group/group-part').then((file) => file.GroupPart),
  table: () => import('../table/table-part').then((file) => file.TablePart),
  reorder: () => import('../reorder/reorder-notice').then((file) => file.ReorderNotice),
  fulfilmentSheet: () => import('../fulfilment/fulfilment-sheet').then((file) => file.FulfilmentSheet),
  dietSheet: () => import('./diet-sheet').then((file) => file.DietSheet),
} satisfies Readonly<Record<string, PartLoader>>;

/** Once what the guest looks at has all it needs. */
const KEEP_AFTER_MS = 4_000;

/** Where people land: the whole menu, and the basket beside or below it. */
@Component({
  selector: 'app-menu-page',
  imports: [Banner, Icon, LazyPart, MenuSections, OrderBar, RestaurantHeader, RouterLink, SearchField, SectionTabs],
  templateUrl: './menu-page.html',
  styleUrl: './menu-page.css',
})
export class MenuPage {
  /** From the address: the table's code, the restaurant, what is open. */
  readonly tableToken = input<string>();
  readonly location = input<string>();
  /** The language of the menu, when the site has none of it. */
  readonly menu = input<string>();
  readonly item = input<string>();
  readonly line = input<string>();
  // eslint-disable-next-line @angular-eslint/no-input-rename -- the name in the address; `basket` is the store here
  readonly basketView = input<string | undefined>(undefined, { alias: 'basket' });

  protected readonly t = MENU_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly restaurant = inject(RestaurantStore);
  protected readonly ordering = inject(OrderingState);
  protected readonly words = inject(RestaurantWords);
  protected readonly board = inject(MenuBoard);
  protected readonly basket = inject(BasketStore);
  protected readonly filter = inject(DietFilter);
  protected readonly lastOrder = inject(LastOrder);
  protected readonly sheets = inject(GuestSheets);
  protected readonly group = inject(GroupPlace);
  private readonly language = inject(MenuLanguage);
  private readonly announcer = inject(Announcer);
  private readonly storage = inject(DeviceStorage).device;
  private readonly locale = inject(LOCALE_ID);

  protected readonly sections = computed(() => this.board.sections().map(({ section }) => section));
  protected readonly order = computed(() => {
    const order = this.lastOrder.order();
    return order?.locationId === this.restaurant.location()?.id ? order : null;
  });
  /** This device ordered here before, and has nothing chosen yet. */
  protected readonly orderedBefore = computed(() => {
    const id = this.restaurant.location()?.id;
    const wanted = this.basket.isEmpty() || this.sheets.reorderOpen();
    return id !== undefined && wanted && this.storage.read(pastOrderKey(id)) !== null;
  });
  protected readonly filterLabel = computed(() => {
    const count = this.filter.count();
    return count === 0
      ? $localize`:@@guest.diet.open:Diet and allergens`
      : $localize`:@@guest.diet.openCount:Diet and allergens · ${count}:count:`;
  });
  protected readonly parts = PARTS;
  protected readonly ghosts = [0, 1, 2, 3, 4, 5];
  protected readonly asOf = computed(() => {
    const [at, timezone] = [this.restaurant.copyFrom(), this.restaurant.location()?.timezone];
    if (at === null) return null;
    const time = formatClockTime(at, timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, this.locale);
    return $localize`:@@guest.menu.asOf:As of ${time}:time:.`;
  });

  constructor() {
    this.restaurant.watch();
    const toasts = inject(Toasts);
    inject(DestroyRef).onDestroy(() => toasts.clear());
    effect(() => {
      const place = { tableToken: this.tableToken(), locationId: this.location() };
      const language = this.menu() ?? null;
      untracked(() => {
        this.language.choose(language);
        this.restaurant.enter(place);
      });
    });
    effect(() => {
      const [item, line] = [this.item() ?? null, this.line() ?? null];
      const sheets = { item, line, basket: this.basketView() === 'open' };
      untracked(() => this.sheets.show(sheets));
    });
    const [page, injector] = [inject(DOCUMENT), inject(Injector)];
    const known = effect(() => {
      if (this.restaurant.loading() || !this.board.isDrawn()) return;
      known.destroy();
      afterNextRender({ write: () => takeOver(page) }, { injector });
      setTimeout(() => void import('../../core/offline/keep-site').then(({ keepSite }) => keepSite()), KEEP_AFTER_MS);
    });
    effect(() => {
      if (this.board.searching() === '') return;
      const found = this.board.found();
      this.announcer.polite($localize`:@@guest.menu.found:${found}:count: dishes found.`);
    });
  }

  /** The menu is not kept in this language, so its dishes have their names in another. */
  protected readonly foreignWords = computed(() => {
    const menu = this.restaurant.menu();
    const language = menu === null ? null : writtenIn(menu);
    if (menu === null || language === null || language === menu.language) return null;
    const name = new Intl.DisplayNames(this.locale, { type: 'language' }).of(language) ?? language;
    return $localize`:@@guest.menu.foreign:This menu is not translated yet. Its dishes are in ${name}:language:.`;
  });

  protected followLabel(number: number): string {
    return $localize`:@@guest.menu.follow:Follow your order ${number}:number:`;
  }
}
