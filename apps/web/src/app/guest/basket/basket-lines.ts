import {
  Component,
  ElementRef,
  Injector,
  LOCALE_ID,
  afterNextRender,
  computed,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { LIMITS, formatMinor } from '@comanda/shared';
import { MenuText } from '../../core/i18n/menu-text';
import { Icon } from '../../ui/icon/icon';
import { Stepper } from '../../ui/stepper/stepper';
import { GuestSheets } from '../guest-sheets';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { Amounts, type Bill } from './amounts';
import type { StoredLine } from './basket-line';
import { BasketMoves } from './basket-moves';
import { BasketStore } from './basket-store';
import { problemsByLine, type LineProblem } from './line-problems';
import { lineWords, type LineWords } from './line-words';
import { PriceChanges } from './price-changes';
import { QuoteStore } from './quote-store';
import { BASKET_TEXTS } from './basket-texts';

interface DrawnLine {
  readonly line: StoredLine;
  readonly words: LineWords;
  readonly total: string | null;
  readonly problem: LineProblem | null;
  /** "Was 8.90, now 9.90" */
  readonly priceChange: string | null;
}

/** The basket line by line, with what is wrong and how to mend it, and its amounts. */
@Component({
  selector: 'app-basket-lines',
  imports: [Amounts, Icon, MenuText, Stepper],
  templateUrl: './basket-lines.html',
  styleUrl: './basket-lines.css',
})
export class BasketLines {
  readonly tipMinor = input(0);

  protected readonly t = BASKET_TEXTS;
  protected readonly basket = inject(BasketStore);
  protected readonly quote = inject(QuoteStore);
  protected readonly prices = inject(PriceChanges);
  protected readonly moves = inject(BasketMoves);
  protected readonly sheets = inject(GuestSheets);
  private readonly restaurant = inject(RestaurantStore);
  private readonly injector = inject(Injector);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private readonly locale = inject(LOCALE_ID);
  protected readonly maxQuantity = LIMITS.lineQuantity;

  protected readonly lines = computed<readonly DrawnLine[]>(() => {
    const index = this.restaurant.index();
    const amounts = this.quote.amounts();
    const problems = problemsByLine(this.quote.problems());
    if (index === null) return [];
    return this.basket.lines().map((line, at) => {
      const priced = amounts?.lines.find((each) => each.index === at);
      return {
        line,
        words: lineWords(index, line) ?? { name: this.goneName, variantName: null, removals: [], extras: [] },
        total:
          priced === undefined || amounts === null
            ? null
            : formatMinor(priced.totalMinor, amounts.currency, this.locale),
        problem: problems.get(at) ?? null,
        priceChange: this.priceWords(line.id),
      };
    });
  });
  protected readonly bill = computed<Bill | null>(() => {
    const amounts = this.quote.amounts();
    const tipMinor = this.tipMinor();
    return amounts === null ? null : { ...amounts, tipMinor, totalMinor: amounts.totalMinor + tipMinor };
  });
  private readonly goneName = $localize`:@@guest.basket.gone:A dish that is gone`;

  constructor() {
    this.quote.watch();
  }

  private priceWords(lineId: string): string | null {
    const [change, currency] = [
      this.prices.changes().find((each) => each.lineId === lineId),
      this.quote.amounts()?.currency,
    ];
    if (change === undefined || currency === undefined) return null;
    const [before, now] = [change.beforeMinor, change.nowMinor].map((minor) =>
      formatMinor(minor, currency, this.locale),
    );
    return $localize`:@@guest.basket.priceChange:Was ${before}:before:, is now ${now}:now:`;
  }

  protected setQuantity(lineId: string, quantity: number, name: string): void {
    if (quantity < 1) this.remove(lineId, name);
    else this.moves.setQuantity(lineId, quantity, name);
  }

  /** The focus goes to what is left of the list, or to the page when nothing is. */
  protected remove(lineId: string, name: string): void {
    this.moves.remove(lineId, name);
    afterNextRender({ read: () => this.list()?.nativeElement.focus() }, { injector: this.injector });
  }

  protected reduceLabel(limit: number): string {
    return $localize`:@@guest.basket.reduce:Take ${limit}:count:`;
  }

  protected editLabel(name: string): string {
    return $localize`:@@guest.basket.editLabel:Change ${name}:dish:`;
  }
}
