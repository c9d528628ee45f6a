import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatAmount, type StockMovementPage, type StockMovementView } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';
import { Clock } from '../../core/time/clock';
import { Banner } from '../../ui/banner/banner';
import { OfficeLocation } from '../shell/office-location';
import { momentWords } from '../words/moment';
import { problemWords } from '../words/problem-words';
import { StockNav } from './stock-nav';
import { StockStore } from './stock-store';
import { LOG_TEXTS, MOVEMENT_NAMES, STOCK_TEXTS } from './stock-texts';

const PAGE = 50;

/** What was thrown away and why; or everything that changed the stock. */
@Component({
  selector: 'app-log-page',
  imports: [Banner, RouterLink, StockNav],
  providers: [StockStore],
  templateUrl: './log-page.html',
  styleUrls: ['./stock.css', '../shell/office-list.css'],
})
export class LogPage {
  readonly kind = input<string>();

  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(Clock);
  private readonly office = inject(OfficeLocation);
  protected readonly store = inject(StockStore);
  protected readonly t = LOG_TEXTS;
  protected readonly common = STOCK_TEXTS;
  protected readonly kinds = MOVEMENT_NAMES;
  protected readonly onlyWaste = computed(() => this.kind() !== 'all');
  protected readonly first = resource({
    params: () => ({ id: this.session.locationId(), onlyWaste: this.onlyWaste() }),
    loader: ({ params }) => this.fetch(params.id ?? '', params.onlyWaste),
  });
  protected readonly pages = linkedSignal<StockMovementPage | null, readonly StockMovementPage[]>({
    source: () => (this.first.hasValue() ? this.first.value() : null),
    computation: (page) => (page === null ? [] : [page]),
  });
  protected readonly rows = computed(() => this.pages().flatMap(({ data }) => data));
  protected readonly next = computed(() => this.pages().at(-1)?.nextCursor ?? null);
  protected readonly moreFailure = signal<string | null>(null);

  protected when(at: string): string {
    return momentWords(at, this.clock.now(), this.office.timezone());
  }

  protected amountOf({ ingredientId, quantityMilli }: StockMovementView): string {
    const unit = this.store.stock()?.find(({ id }) => id === ingredientId)?.unit ?? 'piece';
    return `${quantityMilli > 0 ? '+' : '−'}${formatAmount(Math.abs(quantityMilli), unit)}`;
  }

  protected whyOf({ note, itemId, orderId }: StockMovementView): string {
    if (note !== undefined) return note;
    if (orderId === undefined) return '';
    return itemId === undefined ? this.t.order : this.t.orderOf(this.store.dishName(itemId));
  }

  protected async more(cursor: string): Promise<void> {
    this.moreFailure.set(null);
    try {
      const page = await this.fetch(this.session.locationId() ?? '', this.onlyWaste(), cursor);
      this.pages.update((pages) => [...pages, page]);
    } catch (error) {
      this.moreFailure.set(problemWords(toApiProblem(error)));
    }
  }

  private fetch(id: string, onlyWaste: boolean, cursor?: string): Promise<StockMovementPage> {
    return this.api.get<StockMovementPage>(apiUrl('/locations', id, 'stock-movements'), {
      limit: PAGE,
      ...(onlyWaste ? { kind: 'waste' } : {}),
      ...(cursor === undefined ? {} : { cursor }),
    });
  }
}
