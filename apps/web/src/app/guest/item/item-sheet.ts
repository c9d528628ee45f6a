import {
  Component,
  Injector,
  LOCALE_ID,
  afterNextRender,
  computed,
  inject,
  linkedSignal,
  untracked,
} from '@angular/core';
import { LIMITS, allergensOf, formatMinor, type OptionChoice, type Variant } from '@comanda/shared';
import { sellability } from '@comanda/shared/pricing';
import { Announcer } from '../../core/a11y/announcer';
import { MenuLanguage } from '../../core/i18n/menu-language';
import { MenuText } from '../../core/i18n/menu-text';
import { MoneyPipe } from '../../core/money/money.pipe';
import { Banner } from '../../ui/banner/banner';
import { ChoiceGroup, type AllergenJudge } from '../../ui/choices/choice-group';
import { missingWords } from '../../ui/choices/choice-words';
import { draftTotalMinor, groupsInDraft, missingIn, openDraft, withVariant } from '../../ui/choices/item-draft';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Stepper } from '../../ui/stepper/stepper';
import type { NewLine } from '../basket/basket-line';
import { BasketMoves } from '../basket/basket-moves';
import { BasketStore } from '../basket/basket-store';
import { DietFilter } from '../menu/diet-filter';
import { containsWords, dietWords, fewLeftWords, injectOffSaleWords } from '../menu/dish-words';
import { GuestSheets } from '../guest-sheets';
import { MenuBoard } from '../menu/menu-board';
import { OrderingState } from '../restaurant/ordering-state';
import { RestaurantWords } from '../restaurant/restaurant-words';
import { ITEM_TEXTS } from './item-texts';
import { sheetPhoto } from './sheet-photo';

/** One dish with all that can be chosen about it. */
@Component({
  selector: 'app-item-sheet',
  imports: [Banner, ChoiceGroup, DialogSheet, MenuText, MoneyPipe, Stepper],
  templateUrl: './item-sheet.html',
  styleUrl: './item-sheet.css',
})
export class ItemSheet {
  protected readonly t = ITEM_TEXTS;
  protected readonly language = inject(MenuLanguage);
  protected readonly sheets = inject(GuestSheets);
  protected readonly board = inject(MenuBoard);
  protected readonly ordering = inject(OrderingState);
  protected readonly words = inject(RestaurantWords);
  private readonly basket = inject(BasketStore);
  private readonly moves = inject(BasketMoves);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly locale = inject(LOCALE_ID);
  private readonly offSaleWords = injectOffSaleWords();
  private readonly filter = inject(DietFilter);

  protected readonly judge: AllergenJudge = (allergens) => ({
    words: containsWords(allergens),
    clashes: this.filter.clashes({ allergens }).length > 0,
  });

  /** The last dish stays drawn while the sheet slides away. */
  protected readonly shownId = linkedSignal<string | null, string | null>({
    source: () => this.sheets.item(),
    computation: (id, before) => id ?? before?.value ?? null,
  });
  protected readonly dish = computed(() => this.board.dishes().get(this.shownId() ?? '') ?? null);
  protected readonly open = computed(() => this.sheets.item() !== null && this.dish() !== null);
  protected readonly item = computed(() => this.dish()?.item ?? null);
  protected readonly photo = computed(() => sheetPhoto(this.item()));
  protected readonly editing = computed(() => {
    const lineId = this.sheets.line();
    return lineId === null ? undefined : this.basket.find(lineId);
  });
  private readonly opening = computed(
    () => `${this.sheets.item() ?? ''} ${this.sheets.line() ?? ''} ${this.dish() === null}`,
  );
  /** What is chosen; begins anew with each opening, not with each news about the menu. */
  protected readonly draft = linkedSignal<string, NewLine | null>({
    source: () => this.opening(),
    computation: (_opening, before) => untracked(() => this.firstDraft(before?.value ?? null)),
  });
  protected readonly pressedTooEarly = linkedSignal<string, boolean>({
    source: () => this.opening(),
    computation: () => false,
  });
  protected readonly missing = computed(() => {
    const [offer, item, draft] = [this.board.offer(), this.item(), this.draft()];
    return offer === null || item === null || draft === null ? null : missingIn(offer.index, item, draft);
  });
  protected readonly missingChoice = computed(() => {
    const missing = this.missing();
    return this.pressedTooEarly() && missing?.kind === 'choice' ? missing.choice : null;
  });
  protected readonly sizeMissing = computed(() => this.pressedTooEarly() && this.missing()?.kind === 'size');
  protected readonly groups = computed(() => {
    const [offer, item] = [this.board.offer(), this.item()];
    return offer === null || item === null ? [] : groupsInDraft(offer.index, item, this.draft()?.variantId);
  });
  protected readonly variantId = computed(() => this.draft()?.variantId ?? this.item()?.variants[0]?.id ?? '');
  protected readonly declared = computed(() => {
    const [offer, item, draft] = [this.board.offer(), this.item(), this.draft()];
    const found = offer === null || item === null ? null : allergensOf(offer.index, item, draft?.options);
    return { contains: containsWords(found?.allergens ?? []), complete: found?.complete ?? false };
  });
  protected readonly diet = computed(() => dietWords(this.dish()?.dietTags ?? []));
  protected readonly offSale = computed(() => {
    const dish = this.dish();
    return dish === null ? null : this.offSaleWords(dish);
  });
  protected readonly fewLeft = computed(() => {
    const dish = this.dish();
    return dish === null ? null : fewLeftWords(dish);
  });
  protected readonly similar = computed(() =>
    this.offSale() === null ? [] : this.board.similarTo(this.shownId() ?? ''),
  );
  protected readonly limit = computed(() => {
    const offer = this.board.offer();
    const target = { kind: 'variant', id: this.variantId() } as const;
    const left =
      offer === null ? undefined : sellability(offer.index, offer.availability, target, offer.moment).remaining;
    return Math.max(1, Math.min(left ?? LIMITS.lineQuantity, this.item()?.maxPerOrder ?? LIMITS.lineQuantity));
  });
  protected readonly action = computed(() => {
    const [offer, item, draft] = [this.board.offer(), this.item(), this.draft()];
    if (offer === null || item === null || draft === null) return '';
    const totalMinor = draftTotalMinor(offer.menu, item, draft);
    // Before its halves are chosen a dish has no price yet, and nothing would look free.
    if (totalMinor === 0 && this.missing() !== null) return $localize`:@@guest.item.addOnly:Add`;
    const total = formatMinor(totalMinor, offer.menu.currency, this.locale);
    return this.editing() === undefined
      ? $localize`:@@guest.item.add:Add · ${total}:total:`
      : $localize`:@@guest.item.update:Update · ${total}:total:`;
  });
  protected readonly noteLength = LIMITS.lineNoteLength;

  protected variantSellable(variant: Variant<string>): boolean {
    const offer = this.board.offer();
    if (offer === null) return true;
    return sellability(offer.index, offer.availability, { kind: 'variant', id: variant.id }, offer.moment).sellable;
  }

  protected chooseVariant(variantId: string): void {
    const [offer, item, draft] = [this.board.offer(), this.item(), this.draft()];
    if (offer !== null && item !== null && draft !== null) this.draft.set(withVariant(offer, item, draft, variantId));
  }

  protected choose(options: OptionChoice[]): void {
    this.patch({ options });
  }

  protected setQuantity(quantity: number): void {
    this.patch({ quantity });
  }

  protected write(note: string): void {
    this.draft.update((draft) => {
      if (draft === null) return null;
      const { note: _old, ...rest } = draft;
      return note.trim() === '' ? rest : { ...rest, note };
    });
  }

  protected confirm(): void {
    const [item, draft] = [this.item(), this.draft()];
    if (item === null || draft === null) return;
    if (this.missing() !== null) return this.leadToMissing();
    const line = { ...draft, ...(draft.note === undefined ? {} : { note: draft.note.trim() }) };
    const editing = this.editing();
    if (editing === undefined) this.moves.add(line, item.name);
    else this.moves.update(editing.id, line, item.name);
    this.sheets.close();
  }

  /** Never a dead grey button: pressed too early, it leads to what is missing and says so. */
  private leadToMissing(): void {
    this.pressedTooEarly.set(true);
    const missing = this.missing();
    if (missing === null) return;
    const path = missing.kind === 'size' ? 'size' : missing.choice.path;
    const text = missing.kind === 'size' ? this.sizeText : missingWords(missing.choice.group, missing.choice.count);
    this.announcer.polite(text);
    afterNextRender({ read: () => focusChoice(path) }, { injector: this.injector });
  }

  protected readonly quantityLabel = $localize`:@@guest.item.quantity:Quantity`;
  protected readonly sizeText = $localize`:@@guest.item.chooseSize:Choose a size`;

  private patch(change: Partial<NewLine>): void {
    this.draft.update((draft) => (draft === null ? null : { ...draft, ...change }));
  }

  private firstDraft(before: NewLine | null): NewLine | null {
    // Closing changes the address first: keep what is drawn until the sheet is gone.
    if (this.sheets.item() === null) return before;
    const [offer, item] = [this.board.offer(), this.item()];
    return offer === null || item === null ? null : openDraft(offer, item, this.editing());
  }
}

function focusChoice(path: string): void {
  const group = document.getElementById(`choice-${path}`);
  const control = group?.querySelector<HTMLElement>('input:not(:disabled)') ?? group;
  control?.focus({ preventScroll: true });
  group?.scrollIntoView({ block: 'start' });
}
