import { Component, LOCALE_ID, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { FormField, form, maxLength, required, submit, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { LIMITS, formatMinor, isCallable, type GuestContact, type TimeRange } from '@comanda/shared';
import { MenuLanguage } from '../../core/i18n/menu-language';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { ErrorSummary, type FieldProblem } from '../../ui/field/error-summary';
import { Field, FieldControl } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { LazyPart, type PartLoader } from '../../ui/lazy/lazy-part';
import { AllergyQuestion } from '../allergies/allergy-question';
import { BasketLines } from '../basket/basket-lines';
import { BasketStore } from '../basket/basket-store';
import { PairedDishes } from '../basket/paired-dishes';
import { PairingsStore } from '../basket/pairings-store';
import { PriceChanges } from '../basket/price-changes';
import { QuoteStore } from '../basket/quote-store';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import { FulfilmentWords } from '../fulfilment/fulfilment-words';
import { OrderProblem } from '../fulfilment/order-problem';
import { GuestSheets } from '../guest-sheets';
import { OrderingState } from '../restaurant/ordering-state';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { RestaurantWords } from '../restaurant/restaurant-words';
import { CheckoutDrafts, type CheckoutDraft } from './checkout-draft';
import { CutleryChoice } from './cutlery-choice';
import { CutleryWish } from './cutlery-wish';
import { Placement } from './placement';
import { PlacementStatus } from './placement-status';
import { SlotHold } from './slot-hold';
import { tipMinor } from './tip';
import { COMMON_TEXTS } from '../words/common-texts';
import { CHECKOUT_TEXTS } from './checkout-texts';

/** The last page before the order: who, tip, how it is paid. One page, no account. */
@Component({
  selector: 'app-checkout-page',
  imports: [
    AllergyQuestion,
    BasketLines,
    CutleryChoice,
    ErrorSummary,
    Field,
    FieldControl,
    FormField,
    Icon,
    LazyPart,
    PairedDishes,
    PlacementStatus,
    RouterLink,
  ],
  templateUrl: './checkout-page.html',
  styleUrls: ['../back-link.css', './checkout-page.css', './choice-row.css'],
  providers: [CutleryWish, SlotHold],
})
export class CheckoutPage {
  protected readonly t = CHECKOUT_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly restaurant = inject(RestaurantStore);
  protected readonly words = inject(RestaurantWords);
  protected readonly ordering = inject(OrderingState);
  protected readonly basket = inject(BasketStore);
  protected readonly quote = inject(QuoteStore);
  /** What comes later would push what somebody is about to touch. */
  protected readonly pairingsKnown = inject(PairingsStore).pairings().data.length > 0;
  protected readonly prices = inject(PriceChanges);
  protected readonly placement = inject(Placement);
  protected readonly fulfilment = inject(FulfilmentStore);
  protected readonly how = inject(FulfilmentWords);
  protected readonly order = inject(OrderProblem);
  protected readonly cutlery = inject(CutleryWish);
  protected readonly hold = inject(SlotHold);
  protected readonly sheets = inject(GuestSheets);
  protected readonly fulfilmentSheet: PartLoader = () =>
    import('../fulfilment/fulfilment-sheet').then((file) => file.FulfilmentSheet);
  private readonly drafts = inject(CheckoutDrafts);
  private readonly router = inject(Router);
  private readonly language = inject(MenuLanguage);
  private readonly locale = inject(LOCALE_ID);
  private readonly summary = viewChild.required(ErrorSummary);

  private readonly pickup = computed(() => this.fulfilment.type() !== 'dine-in');
  /** Whoever brings it may have to ask for the door. */
  protected readonly delivered = computed(() => this.fulfilment.type() === 'delivery');
  private readonly draft = signal<CheckoutDraft>(this.drafts.read());
  protected readonly form = form(this.draft, (path) => {
    required(path.name, {
      when: () => this.pickup(),
      message: $localize`:@@guest.checkout.nameMissing:Enter a name, so that we can call you.`,
    });
    required(path.phone, {
      when: () => this.delivered(),
      message: $localize`:@@guest.checkout.phoneMissing:Enter a number, so that the driver can find you.`,
    });
    maxLength(path.name, LIMITS.guestNameLength);
    maxLength(path.phone, LIMITS.phoneLength);
    maxLength(path.note, LIMITS.orderNoteLength);
    validate(path.phone, ({ value }) =>
      value().trim() === '' || isCallable(value()) ? undefined : { kind: 'phone', message: this.phoneText },
    );
  });
  private readonly phoneText = $localize`:@@guest.checkout.phoneShort:The phone number looks too short.`;
  protected readonly submitted = signal(false);
  protected readonly nameError = computed(() => this.errorOf(this.form.name()));
  protected readonly phoneError = computed(() => this.errorOf(this.form.phone()));
  protected readonly cutleryError = computed(() =>
    this.submitted() && this.cutlery.missing() ? CHECKOUT_TEXTS.cutleryMissing : null,
  );
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    if (!this.submitted()) return [];
    return [
      { controlId: 'guest-name', text: this.nameError() },
      { controlId: 'guest-phone', text: this.phoneError() },
      { controlId: 'cutlery-no', text: this.cutleryError() },
    ].flatMap(({ controlId, text }) => (text === null ? [] : { controlId, text }));
  });

  protected readonly tipMinor = computed(() =>
    tipMinor(this.quote.amounts()?.subtotalMinor ?? 0, this.draft().tipPercent),
  );
  protected readonly total = computed(() => this.withTip(this.draft().tipPercent));
  protected readonly tips = computed(() => [
    { percent: 0, label: $localize`:@@guest.tip.none:No tip`, total: this.withTip(0) },
    ...(this.restaurant.location()?.tipPercents ?? []).map((percent) => ({
      percent,
      label: new Intl.NumberFormat(this.locale, { style: 'percent' }).format(percent / 100),
      total: this.withTip(percent),
    })),
  ]);
  protected readonly blocked = computed(
    () => this.ordering.stop() !== null || this.quote.problems().length > 0 || this.prices.changes().length > 0,
  );
  protected readonly action = computed(() =>
    this.placement.busy()
      ? $localize`:@@guest.placing.sending:Sending …`
      : $localize`:@@guest.checkout.place:Place order · ${this.total()}:total:`,
  );
  /** The restaurant's own estimate once it gave one. */
  protected readonly ready = computed(() => {
    if (this.fulfilment.time() !== null) return null;
    const [estimate, location] = [this.quote.readyEstimate(), this.restaurant.location()];
    if (estimate === null || location === null) return this.words.readyIn();
    const [from, until] = [estimate.from, estimate.until].map((at) =>
      formatClockTime(at, location.timezone, this.locale),
    );
    if (this.fulfilment.type() === 'delivery')
      return $localize`:@@guest.checkout.arrives:With you ${from}:from:–${until}:until:`;
    return $localize`:@@guest.checkout.ready:Ready ${from}:from:–${until}:until:`;
  });

  constructor() {
    this.restaurant.watch();
    this.placement.prepare();
    effect(() => this.drafts.keep(this.draft()));
    effect(() => {
      // An order that was sent before a reload may still be on its way; then there is something to see here.
      if (this.restaurant.index() !== null && this.basket.isEmpty() && !this.placement.pending()) {
        untracked(() => this.leave());
      }
    });
  }

  protected takeWords(next: TimeRange): string {
    return $localize`:@@guest.order.take:Take ${this.how.range(next)}:time:`;
  }

  protected chooseTip(percent: number): void {
    this.draft.update((draft) => ({ ...draft, tipPercent: percent }));
  }

  protected async place(event: Event): Promise<void> {
    event.preventDefault();
    if (this.placement.pending() || this.blocked()) return;
    this.submitted.set(true);
    const valid = await submit(this.form, async () => undefined);
    if (!valid || this.cutlery.missing()) return this.summary().focus();
    await this.send();
  }

  private async send(): Promise<void> {
    const amounts = this.quote.amounts();
    if (amounts === null) return;
    const { name, phone, note } = this.draft();
    const guest: GuestContact = {
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    };
    this.drafts.rememberGuest(guest);
    await this.placement.place({
      fulfilment: { ...this.quote.fulfilmentRequest(), ...this.cutlery.inOrder() },
      lines: this.basket.basketLines(),
      language: this.language.tag(),
      tipMinor: this.tipMinor(),
      expectedTotalMinor: amounts.totalMinor + this.tipMinor(),
      ...(Object.keys(guest).length === 0 ? {} : { guest }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  }

  private leave(): void {
    const { path, queryParams } = this.basket.origin();
    if (/\/checkout/.test(this.router.url)) void this.router.navigate(path, { queryParams, replaceUrl: true });
  }

  private withTip(percent: number): string {
    const amounts = this.quote.amounts();
    if (amounts === null) return '';
    return formatMinor(amounts.totalMinor + tipMinor(amounts.subtotalMinor, percent), amounts.currency, this.locale);
  }

  private errorOf(field: { touched(): boolean; errors(): readonly { readonly message?: string }[] }): string | null {
    return field.touched() ? (field.errors()[0]?.message ?? null) : null;
  }
}
