import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { LIMITS, type Item, type OptionChoice, type Variant } from '@comanda/shared';
import { sellability } from '@comanda/shared/pricing';
import { Announcer } from '../../core/a11y/announcer';
import { MoneyPipe } from '../../core/money/money.pipe';
import { ChoiceGroup, type AllergenJudge } from '../../ui/choices/choice-group';
import { draftTotalMinor, groupsInDraft, missingIn, openDraft, withVariant } from '../../ui/choices/item-draft';
import type { DishDraft } from '../../ui/choices/item-draft';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Stepper } from '../../ui/stepper/stepper';
import { OrderMenu } from './order-menu';
import { ORDER_TEXTS } from './order-texts';

/** What is open: a dish of the menu, or a line that is changed. */
export interface OpenDish {
  readonly item: Item<string>;
  readonly line?: { readonly id: string; readonly dish: DishDraft };
}

/** A dish with its choices, as a waiter notes it. */
@Component({
  selector: 'app-dish-sheet',
  imports: [ChoiceGroup, DialogSheet, MoneyPipe, Stepper],
  templateUrl: './dish-sheet.html',
  styleUrl: './dish-sheet.css',
})
export class DishSheet {
  readonly opened = input.required<OpenDish | null>();
  readonly done = output<DishDraft>();
  readonly removed = output();
  readonly closed = output();

  protected readonly t = ORDER_TEXTS;
  protected readonly menu = inject(OrderMenu);
  private readonly announcer = inject(Announcer);
  protected readonly courses = Array.from({ length: 4 }, (_, index) => index + 1);
  protected readonly most = LIMITS.lineQuantity;
  protected readonly noteLength = LIMITS.lineNoteLength;
  protected readonly judge: AllergenJudge = (allergens) => ({
    words: allergens.length === 0 ? null : this.t.contains(allergens.join(', ')),
    clashes: false,
  });

  /** The last dish stays drawn while the sheet slides away. */
  protected readonly shown = linkedSignal<OpenDish | null, OpenDish | null>({
    source: () => this.opened(),
    computation: (opened, before) => opened ?? before?.value ?? null,
  });
  protected readonly item = computed(() => this.shown()?.item ?? null);
  protected readonly draft = linkedSignal<OpenDish | null, DishDraft | null>({
    source: () => this.shown(),
    computation: (shown) => this.firstDraft(shown),
  });
  protected readonly tooEarly = linkedSignal<OpenDish | null, boolean>({
    source: () => this.shown(),
    computation: () => false,
  });
  protected readonly missing = computed(() => {
    const [offer, item, draft] = [this.menu.offer(), this.item(), this.draft()];
    return offer === null || item === null || draft === null ? null : missingIn(offer.index, item, draft);
  });
  protected readonly missingChoice = computed(() => {
    const missing = this.missing();
    return this.tooEarly() && missing?.kind === 'choice' ? missing.choice : null;
  });
  protected readonly groups = computed(() => {
    const [offer, item] = [this.menu.offer(), this.item()];
    return offer === null || item === null ? [] : groupsInDraft(offer.index, item, this.draft()?.variantId);
  });
  protected readonly variantId = computed(() => this.draft()?.variantId ?? this.item()?.variants[0]?.id ?? '');
  protected readonly totalMinor = computed(() => {
    const [offer, item, draft] = [this.menu.offer(), this.item(), this.draft()];
    return offer === null || item === null || draft === null ? 0 : draftTotalMinor(offer.menu, item, draft);
  });

  protected variantSellable({ id }: Variant<string>): boolean {
    const offer = this.menu.offer();
    return (
      offer === null || sellability(offer.index, offer.availability, { kind: 'variant', id }, offer.moment).sellable
    );
  }

  protected chooseVariant(variantId: string): void {
    const [offer, item, draft] = [this.menu.offer(), this.item(), this.draft()];
    if (offer !== null && item !== null && draft !== null) this.draft.set(withVariant(offer, item, draft, variantId));
  }

  protected choose(options: OptionChoice[]): void {
    this.patch({ options });
  }

  protected setQuantity(quantity: number): void {
    this.patch({ quantity });
  }

  protected setCourse(course: number): void {
    this.patch({ course });
  }

  protected write(note: string): void {
    this.draft.update((draft) => {
      if (draft === null) return null;
      const { note: _old, ...rest } = draft;
      return note.trim() === '' ? rest : { ...rest, note };
    });
  }

  protected confirm(): void {
    const [missing, draft] = [this.missing(), this.draft()];
    if (draft === null) return;
    if (missing === null) return this.done.emit(draft);
    this.tooEarly.set(true);
    const path = missing.kind === 'size' ? 'size' : missing.choice.path;
    this.announcer.polite(this.t.choose(missing.kind === 'size' ? this.t.size : missing.choice.group.name));
    const group = document.getElementById(`choice-${path}`);
    (group?.querySelector<HTMLElement>('input:not(:disabled)') ?? group)?.focus();
  }

  private patch(change: Partial<DishDraft>): void {
    this.draft.update((draft) => (draft === null ? null : { ...draft, ...change }));
  }

  private firstDraft(shown: OpenDish | null): DishDraft | null {
    const offer = this.menu.offer();
    if (offer === null || shown === null) return null;
    const course = shown.line?.dish.course;
    return { ...openDraft(offer, shown.item, shown.line?.dish), ...(course === undefined ? {} : { course }) };
  }
}
