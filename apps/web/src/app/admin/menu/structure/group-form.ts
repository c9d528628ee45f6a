import { Component, computed, inject } from '@angular/core';
import { GROUP_KINDS, PRICE_RULES, type GroupKind, type PriceRule } from '@comanda/shared';
import { Announcer } from '../../../core/a11y/announcer';
import { Field, FieldControl } from '../../../ui/field/field';
import { Icon } from '../../../ui/icon/icon';
import { MoveButtons } from '../../shell/move-buttons';
import { moved, replaced } from '../../words/moved';
import { controlIdOf } from '../dish/field-faults';
import { valueOf } from '../../words/value-of';
import { OfficeMenuStore } from '../office-menu-store';
import { newOption, type OptionDraft } from './group-draft';
import { GroupsEditor } from './groups-editor';
import { MenuTerms } from './menu-terms';
import { KIND_NAMES, PRICE_RULE_NAMES, STRUCTURE_TEXTS } from './structure-texts';
import { TextFields } from './text-fields';

/** One group of choices: what is asked, how many may be chosen, what it costs. */
@Component({
  selector: 'app-group-form',
  imports: [Field, FieldControl, Icon, MoveButtons, TextFields],
  templateUrl: './group-form.html',
  styleUrl: './structure.css',
})
export class GroupForm {
  private readonly announcer = inject(Announcer);
  private readonly menu = inject(OfficeMenuStore);
  protected readonly terms = inject(MenuTerms);
  protected readonly state = inject(GroupsEditor).state;
  protected readonly t = STRUCTURE_TEXTS;
  protected readonly kinds = GROUP_KINDS;
  protected readonly kindNames = KIND_NAMES;
  protected readonly priceRules = PRICE_RULES;
  protected readonly priceRuleNames = PRICE_RULE_NAMES;
  protected readonly valueOf = valueOf;
  protected readonly draft = computed(() => this.state.draft());
  protected readonly options = computed(() => this.state.draft()?.options ?? []);
  protected readonly errorAt = (pointer: string): string | null => this.state.errorAt(pointer);
  protected readonly dishes = computed(() =>
    (this.menu.menu()?.data ?? [])
      .map(({ item }) => ({ id: item.id, name: this.terms.say(item.name) }))
      .sort((one, other) => one.name.localeCompare(other.name)),
  );

  protected id(pointer: string): string {
    return controlIdOf('group', pointer);
  }

  protected kindOf(event: Event): GroupKind {
    return GROUP_KINDS.find((kind) => kind === valueOf(event)) ?? 'choice';
  }

  protected ruleOf(event: Event): PriceRule {
    return PRICE_RULES.find((rule) => rule === valueOf(event)) ?? 'sum';
  }

  protected title({ name, itemId }: OptionDraft, index: number): string {
    if (itemId !== null) return this.t.isDish(this.terms.say(name) || this.terms.dishName(itemId));
    return this.terms.say(name) || this.t.option(index + 1);
  }

  protected change(option: OptionDraft, index: number, change: Partial<OptionDraft>): void {
    this.state.patch({ options: replaced(this.options(), index, { ...option, ...change }) });
  }

  protected add(itemId: string | null): void {
    this.state.patch({ options: [...this.options(), newOption(itemId)] });
  }

  protected addDish(event: Event): void {
    const itemId = valueOf(event);
    (event.target as HTMLSelectElement).value = '';
    if (itemId !== '') this.add(itemId);
  }

  protected remove(index: number): void {
    this.state.patch({ options: this.options().filter((_, at) => at !== index) });
  }

  protected move(name: string, from: number, to: number): void {
    this.state.patch({ options: moved(this.options(), from, to) });
    this.announcer.polite(this.t.reordered(name, to + 1, this.options().length));
  }
}
