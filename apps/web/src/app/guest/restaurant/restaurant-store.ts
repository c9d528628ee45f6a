import { DestroyRef, Injectable, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { localMoment, type AvailabilityView, type LocationView } from '@comanda/shared';
import type { MenuView, Moment, TableView } from '@comanda/shared';
import { indexMenu } from '@comanda/shared/pricing';
import { ApiProblem } from '../../core/api/api-problem';
import { apiUrl } from '../../core/api/api-url';
import { apiResource } from '../../core/api/public-api';
import { Connectivity } from '../../core/device/connectivity';
import { DeviceStorage } from '../../core/device/device-storage';
import { Theme } from '../../core/device/theme';
import { MenuLanguage } from '../../core/i18n/menu-language';
import { openLiveFeed } from '../../core/live/live-feed';
import { PageTitle } from '../../core/page-title';
import { Clock } from '../../core/time/clock';
import { MenuCopy } from './menu-copy';

const MINUTE_MS = 60_000;
const RETRY_MS = 4_000;
const PLACE = 'comanda.place';
const NOTHING_OFF_SALE: AvailabilityView = { version: 0, suspensions: [], countdowns: [] };

/** The restaurant at which this guest is: what it is, what it sells, and what of that right now. */
@Injectable({ providedIn: 'root' })
export class RestaurantStore {
  private readonly language = inject(MenuLanguage);
  private readonly clock = inject(Clock);
  private readonly copy = inject(MenuCopy);
  private readonly storage = inject(DeviceStorage).tab;
  private readonly place = signal<Place>(readPlace(this.storage.read(PLACE)));
  private readonly wanted = computed(() => this.place().locationId);
  private readonly token = computed(() => this.place().tableToken);
  private readonly watchers = signal(0);
  private connectedBefore = false;

  private readonly tables = apiResource<TableView>(() => this.tableUrl());
  private readonly directory = apiResource<readonly LocationView[]>(() =>
    this.wanted() === null && this.token() === null ? apiUrl('/locations') : undefined,
  );
  private readonly single = apiResource<LocationView>(() => {
    const id = this.wanted() ?? valueOf(this.tables)?.locationId;
    return id === undefined ? undefined : apiUrl('/locations', id);
  });
  private readonly menus = apiResource<MenuView>(() => this.menuUrl());
  private readonly onSale = apiResource<AvailabilityView>(() => this.withLocation('availability'));

  readonly tableToken = this.token;
  /** The way back to the menu of this table or restaurant. */
  readonly menuLink = computed(() => {
    const { locationId, tableToken } = this.place();
    const menu = this.language.chosen();
    return {
      path: tableToken === null ? ['/'] : ['/t', tableToken],
      queryParams: {
        ...(locationId === null ? {} : { location: locationId }),
        ...(menu === null ? {} : { menu }),
      },
    };
  });
  readonly table = computed(() => valueOf(this.tables) ?? null);
  /** The code of a table that the restaurant does not know. */
  readonly tableUnknown = computed(() => problemOf(this.tables.error())?.code === 'not_found');
  private readonly freshLocation = computed<LocationView | null>(
    () => valueOf(this.single) ?? valueOf(this.directory)?.[0] ?? null,
  );
  readonly location = computed<LocationView | null>(() => this.freshLocation() ?? this.oldCopy()?.location ?? null);
  /** One that came in a language that it does not have is asked for again in the site's, and not shown before. */
  private readonly freshMenu = computed(() => {
    const [menu, chosen] = [valueOf(this.menus), this.language.chosen()];
    return menu !== undefined && (chosen === null || menu.languages.includes(chosen)) ? menu : null;
  });
  /** The menu as the restaurant has it, else as this device last saw it. */
  readonly menu = computed<MenuView | null>(() => this.freshMenu() ?? this.oldCopy()?.menu ?? null);
  readonly index = computed(() => {
    const menu = this.menu();
    return menu === null ? null : indexMenu<string>(menu);
  });
  /** A failed refresh keeps what was known: better minutes old than everything on sale. */
  readonly availability = linkedSignal<AvailabilityView | undefined, AvailabilityView>({
    source: () => valueOf(this.onSale),
    computation: (fresh, last) => fresh ?? last?.value ?? NOTHING_OFF_SALE,
  });
  /** When the menu on screen was last seen, if it is an old copy. */
  readonly copyFrom = computed(() => (this.freshMenu() === null ? (this.oldCopy()?.at ?? null) : null));
  readonly failure = computed<ApiProblem | null>(() =>
    problemOf(this.tables.error() ?? this.single.error() ?? this.directory.error() ?? this.menus.error()),
  );
  readonly loading = computed(() => this.menu() === null && this.failure() === null);
  /** The wall clock of the restaurant, moving once a minute: enough for hours and suspensions. */
  readonly moment = computed<Moment>(() => this.momentAt(this.minute() * MINUTE_MS));

  private readonly minute = computed(() => Math.floor(this.clock.now() / MINUTE_MS));
  private readonly oldCopy = computed(() => {
    const id = this.freshLocation()?.id ?? this.wanted() ?? this.copy.lastLocationId();
    return id === null || this.failure() === null || this.tableUnknown()
      ? null
      : this.copy.read(id, this.language.tag());
  });

  readonly live = openLiveFeed({
    url: () => (this.watchers() > 0 ? (this.withLocation('live') ?? null) : null),
    events: ['menu.published', 'availability.changed', 'location.changed'],
    onEvent: ({ type }) => this.refresh(type),
    onGap: () => this.refreshAll(),
    // The public feed does not repeat what was missed.
    onOpen: () => this.catchUp(),
  });

  constructor() {
    const theme = inject(Theme);
    const title = inject(PageTitle);
    effect(() => {
      const location = this.location();
      if (location === null) return;
      theme.applySeed(location.seedColour);
      title.setSite(location.name);
    });
    effect(() => {
      const menu = valueOf(this.menus) ?? this.menu();
      if (menu !== null) untracked(() => this.language.hear(menu));
    });
    effect(() => {
      const [location, menu] = [this.freshLocation(), this.freshMenu()];
      if (location !== null && menu !== null) this.copy.write(location, menu);
    });
    const { online } = inject(Connectivity);
    // What failed is tried again by itself as long as there is a network, each device at its own moment.
    effect((onCleanup) => {
      if (!online() || this.failure() === null || this.tableUnknown()) return;
      const timer = setTimeout(() => this.retry(), RETRY_MS * (0.75 + Math.random() / 2));
      onCleanup(() => clearTimeout(timer));
    });
    this.refreshAtOpening();
  }

  momentAt(instantMs: number): Moment {
    return { ...localMoment(instantMs, this.location()?.timezone ?? 'UTC'), instantMs };
  }

  /** Which restaurant, and at which table: from the address of the menu. Kept for the pages after it. */
  enter(place: { readonly locationId?: string | undefined; readonly tableToken?: string | undefined }): void {
    const { locationId = null, tableToken = null } = place;
    this.place.set({ locationId, tableToken });
    this.storage.write(PLACE, this.place());
  }

  /** Keeps the live feed open as long as the caller lives. */
  watch(): void {
    this.watchers.update((count) => count + 1);
    inject(DestroyRef).onDestroy(() => this.watchers.update((count) => count - 1));
  }

  refreshAll(): void {
    for (const type of ['location.changed', 'menu.published', 'availability.changed']) this.refresh(type);
  }

  retry(): void {
    if (this.tables.error() !== undefined) this.tables.reload();
    this.refreshAll();
  }

  private refresh(type: string): void {
    if (type === 'menu.published') this.menus.reload();
    if (type === 'location.changed')
      (this.wanted() === null && this.token() === null ? this.directory : this.single).reload();
    this.onSale.reload();
  }

  /** The first connection follows the first picture at once; only a later one has missed something. */
  private catchUp(): void {
    if (this.connectedBefore) this.refreshAll();
    else this.onSale.reload();
    this.connectedBefore = true;
  }

  private refreshAtOpening(): void {
    const due = computed(() => {
      const location = this.location();
      const at = location?.acceptingOrders === true ? location.closesAt : location?.opensAt;
      return at !== undefined && Date.parse(at) <= this.clock.now();
    });
    effect(() => due() && this.refresh('location.changed'));
  }

  private tableUrl(): string | undefined {
    const token = this.token();
    return token === null ? undefined : apiUrl('/tables', token);
  }

  private menuUrl(): string | undefined {
    const url = this.withLocation('menu');
    return url === undefined ? undefined : `${url}?language=${this.language.tag()}`;
  }

  /** Follows the id alone: news about the location must not fetch its menu anew. */
  private readonly locationId = computed(() => this.freshLocation()?.id);
  private withLocation(part: string): string | undefined {
    const id = this.locationId();
    return id === undefined ? undefined : apiUrl('/locations', id, part);
  }
}

interface Place {
  readonly locationId: string | null;
  readonly tableToken: string | null;
}

function readPlace(stored: unknown): Place {
  const parts = typeof stored === 'object' && stored !== null ? stored : {};
  return {
    locationId: 'locationId' in parts && typeof parts.locationId === 'string' ? parts.locationId : null,
    tableToken: 'tableToken' in parts && typeof parts.tableToken === 'string' ? parts.tableToken : null,
  };
}

interface Readable<T> {
  hasValue(): boolean;
  value(): T | undefined;
}

/** A resource in its error state throws when read. */
function valueOf<T>(resource: Readable<T>): T | undefined {
  return resource.hasValue() ? resource.value() : undefined;
}

function problemOf(error: unknown): ApiProblem | null {
  if (error === undefined) return null;
  return error instanceof ApiProblem
    ? error
    : new ApiProblem('unexpected', 0, error instanceof Error ? error.message : 'Unexpected answer.');
}
