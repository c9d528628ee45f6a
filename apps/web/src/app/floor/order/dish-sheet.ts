import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { LIMITS, allergensOf, type Allergen, type Item, type OptionChoice, type Variant } from '@comanda/shared';
import { sellability } from '@comanda/shared/pricing';
import { Announcer } from '../../core/a11y/announcer';
import { MoneyPipe } from '../../core/money/money.pipe';
import { AllergenPicker } from '../../ui/allergens/allergen-picker';
import { allergenList } from '../../ui/allergens/allergen-words';
import { withToggled } from '../../ui/allergens/chosen-allergens';
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
  imports: [AllergenPicker, ChoiceGroup, DialogSheet, MoneyPipe, Stepper],
  templateUrl: './dish-sheet.html',
  styleUrl: './dish-sheet.css',
})
export class DishSheet {
  readonly opened = input.required<OpenDish | null>();
  /** Who is noted at this order already, with their allergies. */
  readonly guests = input<ReadonlyMap<string, readonly Allergen[]>>(new Map());
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
    words: allergens.length === 0 ? null : this.t.contains(allergenList(allergens)),
    clashes: allergens.some((each) => this.draft()?.allergies?.includes(each)),
  });

  protected readonly nameLength = LIMITS.guestNameLength;
  protected readonly names = computed(() => [...new Set([...this.guests().keys(), ...this.t.seats])]);
  protected readonly clash = computed(() => {
    const [offer, item, draft] = [this.menu.offer(), this.item(), this.draft()];
    if (offer === null || item === null || draft?.allergies === undefined) return null;
    const { allergens, complete } = allergensOf(offer.index, item, draft.options);
    const own = draft.allergies.filter((each) => allergens.includes(each));
    if (own.length > 0) return this.t.contains(allergenList(own));
    return complete ? null : this.t.undeclared(item.name);
  });

  /** The last dish stays drawn while the sheet slides away. */
  protected readonly shown = linkedSignal<OpenDish | null, OpenDish | null>({
    source: () => this.opened(),
    computation: (opened, before) => opened ?? before?.value ?? null,
  });
  protected readonly item = computed(() => this.shown()?.item ?? null);
  /** The menu moves on by the minute; what is being chosen stays. */
  protected readonly draft = linkedSignal<OpenDish | null, DishDraft | null>({
    source: () => this.shown(),
    computation: (shown) => untracked(() => this.firstDraft(shown)),
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

  /** Who is known already brings what was told of them. */
  protected nameGuest(name: string): void {
    this.draft.update((draft) => {
      if (draft === null) return null;
      const { guestName: _old, ...rest } = draft;
      const known = this.guests().get(name.trim());
      const told = known === undefined || known.length === 0 ? {} : { allergies: known };
      return name.trim() === '' ? rest : { ...rest, ...told, guestName: name.trim() };
    });
  }

  protected toggleAllergy(allergen: Allergen): void {
    this.draft.update((draft) => {
      if (draft === null) return null;
      const { allergies = [], ...rest } = draft;
      const told = withToggled(allergies, allergen);
      return told.length === 0 ? rest : { ...rest, allergies: told };
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
    return { ...openDraft(offer, shown.item, shown.line?.dish), ...waitersWords(shown.line?.dish) };
  }
}

/** What a waiter notes of a dish beside its choices. */
function waitersWords(dish: DishDraft | undefined): Pick<DishDraft, 'course' | 'guestName' | 'allergies'> {
  const { course, guestName, allergies } = dish ?? {};
  return {
    ...(course === undefined ? {} : { course }),
    ...(guestName === undefined ? {} : { guestName }),
    ...(allergies === undefined ? {} : { allergies }),
  };
}
