import { Component, LOCALE_ID, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatMinor } from '@comanda/shared';
import { MenuLanguage } from '../../core/i18n/menu-language';
import { LazyPart, type PartLoader } from '../../ui/lazy/lazy-part';
import { Placement } from '../checkout/placement';
import { PlacementStatus } from '../checkout/placement-status';
import { OrderProblem } from '../fulfilment/order-problem';
import { GroupPlace } from '../group/group-place';
import { GuestSheets } from '../guest-sheets';
import { OrderingState } from '../restaurant/ordering-state';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { RestaurantWords } from '../restaurant/restaurant-words';
import { BasketStore } from './basket-store';
import { PriceChanges } from './price-changes';
import { QuoteStore } from './quote-store';
import { BASKET_TEXTS } from './basket-texts';

/** The basket's one big button: to the checkout, or at a table straight to the kitchen. */
@Component({
  selector: 'app-basket-action',
  imports: [LazyPart, PlacementStatus, RouterLink],
  template: `
    @if (atTable()) {
      <app-placement-status />
    }
    @if (group.here(); as place) {
      <a class="button button--primary button--large button--wide" [routerLink]="['/g', place.groupToken]">{{
        t.group
      }}</a>
    } @else if (ordering.stop() !== null) {
      <p class="stopped">{{ words.stopped() }}</p>
      @if (ordering.mayWait()) {
        <button
          type="button"
          class="button button--primary button--large button--wide"
          aria-haspopup="dialog"
          (click)="sheets.fulfilmentOpen.set(true)"
        >
          {{ t.chooseTime }}
        </button>
      }
    } @else if (order.problem(); as problem) {
      <p class="stopped">{{ problem.text }}</p>
      @if (problem.mend) {
        <button
          type="button"
          class="button button--large button--wide"
          aria-haspopup="dialog"
          (click)="sheets.fulfilmentOpen.set(true)"
        >
          {{ problem.mend }}
        </button>
      }
    } @else if (quote.problems().length > 0) {
      <p class="stopped">{{ t.mend }}</p>
    } @else if (prices.changes().length > 0) {
      <p class="stopped">{{ t.pricesChanged }}</p>
    } @else if (atTable()) {
      <ng-template [appLazyPart]="allergyQuestion" [wanted]="true" />
      <button
        type="button"
        class="button button--primary button--large button--wide"
        [attr.aria-disabled]="placement.pending() || null"
        (click)="send()"
      >
        {{ sendLabel() }}
      </button>
    } @else {
      <a class="button button--primary button--large button--wide" routerLink="/checkout">{{ checkoutLabel() }}</a>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    .stopped {
      margin: 0;
      color: var(--ink-2);
      font-size: var(--text-15);
    }
  `,
})
export class BasketAction {
  protected readonly t = BASKET_TEXTS;
  protected readonly allergyQuestion: PartLoader = () =>
    import('../allergies/allergy-question').then((file) => file.AllergyQuestion);
  protected readonly ordering = inject(OrderingState);
  protected readonly words = inject(RestaurantWords);
  protected readonly quote = inject(QuoteStore);
  protected readonly order = inject(OrderProblem);
  protected readonly sheets = inject(GuestSheets);
  protected readonly prices = inject(PriceChanges);
  protected readonly placement = inject(Placement);
  protected readonly group = inject(GroupPlace);
  private readonly restaurant = inject(RestaurantStore);
  private readonly basket = inject(BasketStore);
  private readonly language = inject(MenuLanguage);
  private readonly locale = inject(LOCALE_ID);

  protected readonly atTable = computed(() => this.restaurant.tableToken() !== null);
  private readonly total = computed(() => {
    const amounts = this.quote.amounts();
    return amounts === null ? '' : formatMinor(amounts.totalMinor, amounts.currency, this.locale);
  });
  protected readonly sendLabel = computed(() =>
    this.placement.pending()
      ? $localize`:@@guest.placing.sending:Sending …`
      : $localize`:@@guest.basket.send:Send to kitchen · ${this.total()}:total:`,
  );
  protected readonly checkoutLabel = computed(
    () => $localize`:@@guest.basket.checkout:Go to checkout · ${this.total()}:total:`,
  );

  constructor() {
    if (this.atTable()) this.placement.prepare();
  }

  protected send(): void {
    const amounts = this.quote.amounts();
    if (amounts === null) return;
    void this.placement.place({
      fulfilment: this.quote.fulfilmentRequest(),
      lines: this.basket.basketLines(),
      language: this.language.tag(),
      expectedTotalMinor: amounts.totalMinor,
    });
  }
}
