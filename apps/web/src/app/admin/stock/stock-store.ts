import { HttpClient, httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  textIn,
  type BookStockRequest,
  type CountStockRequest,
  type MenuDocument,
  type StockImportReport,
  type StockView,
  type Target,
} from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';
import { keyOf, targetsOf } from '../sold-out/menu-targets';

/** Orders come in bursts; the picture is fetched once after each. */
const REST_MS = 400;
const TELLING: ReadonlySet<string> = new Set([
  'stock.changed',
  'menu.published',
  'availability.changed',
  'order.placed',
  'order.cancelled',
]);

/** What is there of each ingredient, live, and the ways to book. */
@Injectable()
export class StockStore {
  private readonly api = inject(ApiClient);
  private readonly http = inject(HttpClient);
  private readonly session = inject(SessionStore);
  private readonly base = computed(() => {
    const id = this.session.locationId();
    return id === null ? undefined : apiUrl('/locations', id);
  });
  private readonly list = httpResource<readonly StockView[]>(() => this.path('stock'));
  private readonly menus = httpResource<MenuDocument>(() => this.path('menu-document'));
  private readonly known = linkedSignal<readonly StockView[] | null, readonly StockView[] | null>({
    source: () => (this.list.hasValue() ? this.list.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });
  private readonly knownMenu = linkedSignal<MenuDocument | null, MenuDocument | null>({
    source: () => (this.menus.hasValue() ? this.menus.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** Null until it is loaded. */
  readonly stock = computed(() => (this.knownMenu() === null ? null : this.known()));
  readonly document = this.knownMenu.asReadonly();
  readonly failure = computed(() => {
    const error = this.list.error() ?? this.menus.error();
    return error === undefined ? null : toApiProblem(error);
  });
  readonly short = computed(() => (this.stock() ?? []).filter((each) => each.low || each.offSale.length > 0));
  readonly language = computed(() => this.knownMenu()?.defaultLanguage ?? 'en');
  private readonly targets = computed(() => {
    const document = this.knownMenu();
    return new Map(document === null ? [] : targetsOf(document).map((target) => [keyOf(target), target]));
  });

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ type }) => {
        if (TELLING.has(type)) this.reloadSoon();
      },
      onRefetch: () => this.reload(),
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      clearTimeout(this.waiting);
    });
  }

  reload(): void {
    this.list.reload();
    this.menus.reload();
  }

  nameOf(id: string): string {
    const found = this.known()?.find((each) => each.id === id);
    return found === undefined ? id : textIn(found.name, this.language(), this.language());
  }

  namesOf(targets: readonly Target[]): string {
    return targets
      .map((target) => {
        const found = this.targets().get(keyOf(target));
        return found === undefined
          ? target.id
          : target.kind === 'item'
            ? found.name
            : `${found.name} (${found.context})`;
      })
      .join(', ');
  }

  dishName(id: string): string {
    return this.namesOf([{ kind: 'item', id }]);
  }

  /** Each throws an ApiProblem. */
  async book(request: BookStockRequest, key: string): Promise<StockView> {
    return this.keep(
      await this.api.post<StockView>(this.path('stock-movements') ?? '', request, { idempotencyKey: key }),
    );
  }

  async warnAt(id: string, lowMilli: number | null): Promise<StockView> {
    const url = `${this.path('stock') ?? ''}/${encodeURIComponent(id)}/warning`;
    return this.keep(await this.api.put<StockView>(url, { lowMilli }));
  }

  async stopCounting(id: string): Promise<void> {
    this.keep(await this.api.delete<StockView>(`${this.path('stock') ?? ''}/${encodeURIComponent(id)}`));
  }

  async count(request: CountStockRequest, key: string): Promise<void> {
    const url = this.path('stock-counts') ?? '';
    this.known.set(await this.api.post<readonly StockView[]>(url, request, { idempotencyKey: key }));
  }

  /** What a spreadsheet would change, or, with a key, changes. */
  async import(text: string, key?: string): Promise<StockImportReport> {
    const report = await this.api.post<StockImportReport>(this.path('stock-imports') ?? '', text, {
      contentType: 'text/csv',
      idempotencyKey: key ?? newIdempotencyKey(),
      params: { dryRun: String(key === undefined) },
    });
    if (report.booked) this.reload();
    return report;
  }

  sheet(): Promise<Blob> {
    return this.csv('stock');
  }

  useSheet(from: string, to: string): Promise<Blob> {
    return this.csv('reports/ingredient-use', { from, to });
  }

  private async csv(what: string, params: Readonly<Record<string, string>> = {}): Promise<Blob> {
    const headers = { Accept: 'text/csv' };
    const text = await firstValueFrom(this.http.get(this.path(what) ?? '', { headers, params, responseType: 'text' }));
    return new Blob([text], { type: 'text/csv' });
  }

  private keep(fresh: StockView): StockView {
    this.known.update((all) => all?.map((each) => (each.id === fresh.id ? fresh : each)) ?? null);
    return fresh;
  }

  private reloadSoon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.reload(), REST_MS);
  }

  private path(what: string): string | undefined {
    const base = this.base();
    return base === undefined ? undefined : `${base}/${what}`;
  }
}
