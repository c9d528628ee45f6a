import { Component, DOCUMENT, computed, inject, input, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import { addDays, formatAmount, localMoment, type IngredientUseView } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';
import { Clock } from '../../core/time/clock';
import { Banner } from '../../ui/banner/banner';
import { Field, FieldControl } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { OfficeLocation } from '../shell/office-location';
import { handFile } from './hand-file';
import { StockNav } from './stock-nav';
import { StockStore } from './stock-store';
import { STOCK_TEXTS, USE_TEXTS } from './stock-texts';

const DAYS_BEFORE = -6;

interface Total {
  readonly ingredientId: string;
  readonly usedMilli: number;
  readonly wastedMilli: number;
}

/** What was used and wasted, by day, ingredient and dish. */
@Component({
  selector: 'app-use-page',
  imports: [Banner, Field, FieldControl, Icon, StockNav],
  providers: [StockStore],
  templateUrl: './use-page.html',
  styleUrls: ['./stock.css', '../shell/office-list.css'],
})
export class UsePage {
  readonly from = input<string>();
  readonly to = input<string>();

  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly office = inject(OfficeLocation);
  private readonly today = localMoment(inject(Clock).now(), this.office.timezone()).date;
  protected readonly store = inject(StockStore);
  protected readonly t = USE_TEXTS;
  protected readonly common = STOCK_TEXTS;
  protected readonly failure = signal('');
  private readonly document = inject(DOCUMENT);
  protected readonly last = computed(() => this.to() ?? this.today);
  protected readonly firstDay = computed(() => this.from() ?? addDays(this.today, DAYS_BEFORE));
  protected readonly use = resource({
    params: () => ({ id: this.session.locationId(), from: this.firstDay(), to: this.last() }),
    loader: ({ params: { id, from, to } }) =>
      this.api.get<readonly IngredientUseView[]>(apiUrl('/locations', id ?? '', 'reports', 'ingredient-use'), {
        from,
        to,
      }),
  });
  protected readonly rows = computed(() => [...(this.use.hasValue() ? this.use.value() : [])].reverse());
  protected readonly totals = computed(() => totalsOf(this.rows()));

  protected amount(ingredientId: string, milli: number): string {
    const unit = this.store.stock()?.find(({ id }) => id === ingredientId)?.unit ?? 'piece';
    return milli === 0 ? '' : formatAmount(milli, unit);
  }

  protected async save(): Promise<void> {
    this.failure.set('');
    try {
      handFile(this.document, await this.store.useSheet(this.firstDay(), this.last()), 'ingredient-use.csv');
    } catch (error) {
      this.failure.set(toApiProblem(error).message);
    }
  }

  protected choose(name: 'from' | 'to', event: Event): void {
    const day = (event.target as HTMLInputElement).value;
    if (day === '') return;
    void this.router.navigate([], { queryParams: { [name]: day }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}

function totalsOf(rows: readonly IngredientUseView[]): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const { ingredientId, usedMilli, wastedMilli } of rows) {
    const before = totals.get(ingredientId);
    totals.set(ingredientId, {
      ingredientId,
      usedMilli: usedMilli + (before?.usedMilli ?? 0),
      wastedMilli: wastedMilli + (before?.wastedMilli ?? 0),
    });
  }
  return [...totals.values()].sort((one, other) => one.ingredientId.localeCompare(other.ingredientId));
}
