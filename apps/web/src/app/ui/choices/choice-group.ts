import { Component, computed, input, output } from '@angular/core';
import { partsOf, type Allergen, type ModifierGroup, type ModifierOption, type OptionChoice } from '@comanda/shared';
import { optionFacts, optionPriceMinor, sellability } from '@comanda/shared/pricing';
import { MenuText } from '../../core/i18n/menu-text';
import { MoneyPipe } from '../../core/money/money.pipe';
import { Stepper } from '../stepper/stepper';
import { CHOICE_TEXTS } from './choice-texts';
import { chosenOption, countIn, groupsUnder, withNested, withOption, type MissingChoice } from './choice-tree';
import { missingWords, ruleWords } from './choice-words';
import { defaultsUnder, type Offer } from './default-choices';

/** What an option contains in words, and whether whoever eats it does not want that. */
export type AllergenJudge = (allergens: readonly Allergen[]) => {
  readonly words: string | null;
  readonly clashes: boolean;
};

/** An option as its row shows it. */
interface OptionRow {
  readonly option: ModifierOption<string>;
  readonly name: string;
  /** Below 0 for what takes something off the choice above. */
  readonly priceMinor: number;
  readonly energyKcal: number | null;
  readonly sellable: boolean;
  readonly contains: string | null;
  readonly clashes: boolean;
  readonly chosen: OptionChoice | undefined;
  readonly quantity: number;
  readonly max: number;
  /** Groups that unfold below it once it is chosen. */
  readonly under: readonly ModifierGroup<string>[];
}

/** One group of options. Groups below a chosen option unfold inside it, indented, never in a second dialog. */
@Component({
  selector: 'app-choice-group',
  imports: [MenuText, MoneyPipe, Stepper],
  templateUrl: './choice-group.html',
  styleUrl: './choice-group.css',
})
export class ChoiceGroup {
  readonly group = input.required<ModifierGroup<string>>();
  /** All choices of this level; those of other groups are passed on untouched. */
  readonly choices = input.required<readonly OptionChoice[]>();
  readonly offer = input.required<Offer>();
  readonly variantId = input.required<string>();
  /** What the choice costs under which the group unfolds. */
  readonly aboveMinor = input(0);
  /** Where the group stands in the tree; also the id of its element and the name of its radios. */
  readonly path = input.required<string>();
  readonly missing = input<MissingChoice | null>(null);
  readonly judge = input.required<AllergenJudge>();
  readonly changed = output<OptionChoice[]>();

  protected readonly t = CHOICE_TEXTS;
  protected readonly abs = Math.abs;
  protected readonly currency = computed(() => this.offer().menu.currency);
  protected readonly count = computed(() => countIn(this.choices(), this.group().id));
  protected readonly rule = computed(() => ruleWords(this.group(), this.count()));
  protected readonly isMissing = computed(() => this.missing()?.path === this.path());
  protected readonly missingText = computed(() => missingWords(this.group(), this.count()));
  protected readonly single = computed(() => this.group().max === 1);
  /** A radio cannot be taken back, so only a required choice is one. */
  protected readonly radio = computed(() => this.single() && this.group().min > 0);
  protected readonly full = computed(() => this.count() >= (this.group().max ?? Infinity));
  protected readonly fixedPrice = computed(() => {
    const { priceRule, fixedPriceMinor } = this.group();
    return priceRule === 'fixed' && fixedPriceMinor !== undefined && fixedPriceMinor > 0 ? fixedPriceMinor : null;
  });
  protected readonly rows = computed(() => this.group().options.map((option) => this.toRow(option)));

  /** What a part costs is the price of the whole by itself, nothing that comes on top. */
  protected sign({ priceMinor }: OptionRow): string {
    if (priceMinor < 0) return '−';
    return this.group().kind === 'part' ? '' : '+';
  }

  protected set(row: OptionRow, quantity: number): void {
    const nested = row.chosen === undefined && quantity > 0 ? defaultsUnder(this.offer(), row.option.id) : [];
    this.changed.emit(withOption(this.choices(), this.group(), row.option.id, { quantity, nested }));
  }

  protected setNested(row: OptionRow, options: OptionChoice[]): void {
    this.changed.emit(withNested(this.choices(), this.group().id, row.option.id, options));
  }

  /** In a full group only what is chosen can be taken back; where one is allowed, another takes its place. */
  protected disabled(row: OptionRow): boolean {
    if (row.chosen !== undefined) return false;
    return !row.sellable || (this.full() && !this.single());
  }

  private priceOf(option: ModifierOption<string>): number {
    const { kind, priceRule } = this.group();
    if (kind === 'removal' || priceRule === 'fixed') return 0;
    return optionPriceMinor(option, { variantId: this.variantId(), aboveMinor: this.aboveMinor() });
  }

  private toRow(option: ModifierOption<string>): OptionRow {
    const { index, availability, moment } = this.offer();
    const group = this.group();
    const facts = optionFacts(index, option);
    const chosen = chosenOption(this.choices(), group.id, option.id);
    const quantity = chosen === undefined ? 0 : (chosen.quantity ?? 1);
    const judged = this.judge()(facts.allergens ?? []);
    const room = (group.max ?? Infinity) - this.count() + quantity;
    return {
      option,
      name: facts.name ?? option.id,
      priceMinor: this.priceOf(option),
      energyKcal: energyOf(group, option.energyKcal ?? facts.item?.energyKcal),
      sellable:
        group.kind === 'removal' ||
        sellability(index, availability, { kind: 'option', id: option.id }, moment).sellable,
      contains: judged.words,
      clashes: judged.clashes,
      chosen,
      quantity,
      max: Math.min(option.maxQuantity ?? 1, room),
      under: chosen === undefined ? [] : groupsUnder(index, option.id),
    };
  }
}

/** A part of a dish has its part of the energy. */
function energyOf(group: ModifierGroup<string>, kcal: number | undefined): number | null {
  return kcal === undefined ? null : Math.round(kcal / partsOf(group));
}
