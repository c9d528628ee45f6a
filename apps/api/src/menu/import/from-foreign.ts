import { LIMITS, MENU_FORMAT } from '@comanda/shared';
import type {
  AvailabilityRule,
  Dietary,
  Item,
  LanguageTag,
  MenuDocument,
  MenuFinding,
  MenuFindingCode,
  ModifierGroup,
  ModifierOption,
  Section,
  Text,
  Variant,
  Weekday,
} from '@comanda/shared';
import { additivesOf, allergensOf, dietTagsOf } from './dietary-words.js';
import { isRecord } from './foreign-menu.js';
import type {
  ForeignCategory,
  ForeignGroup,
  ForeignItem,
  ForeignMenu,
  ForeignOption,
  ForeignVariant,
  ForeignWindow,
} from './foreign-menu.js';

export interface Conversion {
  readonly document: MenuDocument;
  /** What could not be carried over word by word. */
  readonly findings: readonly MenuFinding[];
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAY_MINUTES = 1440;
const STANDARD = 'standard';

/** Turns a foreign menu into our document. Prices are taken as they are: minor units already. */
export function fromForeign(menu: ForeignMenu, language: LanguageTag): Conversion {
  const converter = new Converter(menu, language);
  const document: MenuDocument = {
    format: MENU_FORMAT,
    currency: menu.currency,
    defaultLanguage: language,
    languages: [language],
    sections: menu.categories.map((category) => converter.section(category)),
    items: converter.items(),
    modifierGroups: recordsOf(Object.values(menu.groups ?? {})).map((group) => converter.group(group)),
  };
  return { document, findings: converter.findings };
}

class Converter {
  readonly findings: MenuFinding[] = [];
  readonly #products: ReadonlySet<string>;

  constructor(
    private readonly menu: ForeignMenu,
    private readonly language: LanguageTag,
  ) {
    this.#products = new Set(menu.categories.flatMap(({ items }) => items.map(({ id }) => String(id))));
  }

  section(category: ForeignCategory): Section<Text> {
    return {
      id: String(category.id),
      name: this.#text(category.name),
      ...this.#description(category.description),
      ...this.#availability(category),
      itemIds: category.items.map(({ id }) => String(id)),
    };
  }

  /** Each item once, also when it stands in several categories. */
  items(): Item<Text>[] {
    const known = new Map<string, Item<Text>>();
    for (const item of this.menu.categories.flatMap(({ items }) => items)) {
      if (!known.has(String(item.id))) known.set(String(item.id), this.#item(item));
    }
    return [...known.values()];
  }

  group(group: ForeignGroup): ModifierGroup<Text> {
    return {
      id: String(group.id),
      name: this.#text(group.name),
      kind: 'choice',
      min: group.min,
      ...(typeof group.max === 'number' ? { max: group.max } : {}),
      freeCount: 0,
      priceRule: 'sum',
      options: recordsOf(group.options).map((option) => this.#option(option)),
    };
  }

  #item(item: ForeignItem): Item<Text> {
    const first = groupIdsOf(item.variants[0]);
    const shared = item.variants.every((variant) => groupIdsOf(variant).join() === first.join());
    return {
      id: String(item.id),
      name: this.#text(item.name),
      ...this.#description(item.description),
      variants: item.variants.map((variant) => this.#variant(variant, shared)),
      modifierGroupIds: shared ? first : [],
      taxClass: STANDARD,
      ...this.#dietary(item),
      ...(item.only_as_choice === true ? { onlyAsOption: true } : {}),
      ...(typeof item.spiciness === 'number' ? { spiciness: Math.min(3, item.spiciness) } : {}),
    };
  }

  #variant(variant: ForeignVariant, groupsOfItem: boolean): Variant<Text> {
    return {
      id: String(variant.id),
      ...(variant.name ? { name: this.#text(variant.name) } : {}),
      priceMinor: variant.price,
      ...(typeof variant.list_price === 'number' ? { listPriceMinor: variant.list_price } : {}),
      ...(groupsOfItem ? {} : { modifierGroupIds: groupIdsOf(variant) }),
    };
  }

  /** Many exports point to products that they do not contain: such an option stands by its own name. */
  #option(option: ForeignOption): ModifierOption<Text> {
    const itemId = option.item_id === undefined || option.item_id === null ? undefined : String(option.item_id);
    return {
      id: String(option.id),
      ...(itemId !== undefined && this.#products.has(itemId) ? { itemId } : {}),
      name: this.#text(option.name),
      priceMinor: option.price,
      ...(typeof option.max_each === 'number' ? { maxQuantity: Math.min(LIMITS.optionQuantity, option.max_each) } : {}),
    };
  }

  #dietary(item: ForeignItem): Dietary {
    const { allergens, additives, diet } = item;
    const lists = {
      allergens: this.#codes(item, allergens, allergensOf, 'unknown_allergen'),
      additives: this.#codes(item, additives, additivesOf, 'unknown_additive'),
      dietTags: this.#codes(item, diet, dietTagsOf, 'unknown_diet_tag'),
    };
    return {
      ...(lists.allergens === undefined ? {} : { allergens: lists.allergens }),
      ...(lists.additives === undefined ? {} : { additives: lists.additives }),
      ...(lists.dietTags === undefined ? {} : { dietTags: lists.dietTags }),
    };
  }

  /** "Nothing declared" stays nothing: it must never turn into "free of". */
  #codes<Code extends string>(
    item: ForeignItem,
    words: readonly string[] | null | undefined,
    codesOf: (word: string) => readonly Code[],
    finding: MenuFindingCode,
  ): Code[] | undefined {
    if (!Array.isArray(words)) return undefined;
    const codes = new Set<Code>();
    for (const word of words) {
      const found = codesOf(String(word));
      if (found.length === 0) this.#warn(finding, item, `"${String(word)}" is not known. Declare it by hand.`);
      for (const code of found) codes.add(code);
    }
    return codes.size === 0 && words.length > 0 ? undefined : [...codes];
  }

  #availability(category: ForeignCategory): { availability?: AvailabilityRule[] } {
    const windows = recordsOf(category.availability);
    if (windows.length === 0) return {};
    const rules = windows.flatMap((window) => ruleOf(window) ?? []);
    if (rules.length < windows.length) {
      this.findings.push({
        severity: 'warning',
        code: 'invalid_availability',
        entity: { kind: 'section', id: String(category.id), name: category.name },
        detail: 'Some of its hours could not be read. Check when it is on sale.',
      });
    }
    return { availability: rules };
  }

  #warn(code: MenuFindingCode, item: ForeignItem, detail: string): void {
    this.findings.push({
      severity: 'warning',
      code,
      entity: { kind: 'item', id: String(item.id), name: item.name },
      detail,
    });
  }

  #description(description: string | null | undefined): { description?: Text } {
    return description ? { description: this.#text(description) } : {};
  }

  #text(text: string): Text {
    return { [this.language]: text };
  }
}

/** The records of a list that may be none. */
function recordsOf<Each extends object>(list: readonly Each[] | null | undefined): Each[] {
  return Array.isArray(list) ? list.filter((each: unknown): each is Each => isRecord(each)) : [];
}

function groupIdsOf(variant: ForeignVariant | undefined): string[] {
  const ids: unknown = variant?.group_ids;
  return Array.isArray(ids) ? ids.map(String) : [];
}

function ruleOf({ day, from, to }: ForeignWindow): AvailabilityRule | undefined {
  const weekday = DAYS.indexOf(String(day).toLowerCase()) + 1;
  const fromMinute = minuteOf(from);
  const end = minuteOf(to);
  if (weekday === 0 || fromMinute === undefined || end === undefined) return undefined;
  return { days: [weekday as Weekday], fromMinute, toMinute: end > fromMinute ? end : end + DAY_MINUTES };
}

function minuteOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
