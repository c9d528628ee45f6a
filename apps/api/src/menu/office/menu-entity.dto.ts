import { ADDITIVES, ALLERGENS, DIET_TAGS, GROUP_KINDS, LIMITS, MENU_LIMITS, PRICE_RULES } from '@comanda/shared';
import type {
  Additive,
  Allergen,
  DietTag,
  GroupKind,
  ModifierOption,
  OrderSectionsRequest,
  PriceRule,
  PutGroupRequest,
  PutItemRequest,
  PutSectionRequest,
  RecipeLine,
  Text,
  Variant,
} from '@comanda/shared';
import { ArrayMinSize } from 'class-validator';
import { BooleanField, EnumField, IntField, ListField, ObjectField, StringField } from '../../platform/http/index.js';
import { AvailabilityRuleDto } from './availability-rule.dto.js';
import { IdsField, PricesField, TextField, WordsField } from './menu-fields.js';
import { PhotoDto } from './photo.dto.js';

/** May be absent or null, which are the same here. */
const OPTIONAL = { optional: true, nullable: true } as const;
const ID = { min: 1, max: LIMITS.idLength };
const NAME = { max: LIMITS.nameLength };
const DESCRIPTION = { ...OPTIONAL, max: LIMITS.descriptionLength };
const PRICE = { min: 0, max: LIMITS.priceMinor };
const RECIPE = {
  ...OPTIONAL,
  max: LIMITS.recipeLines,
  description: 'When absent, the one that it has stays; null takes it away',
};
const RULES = { ...OPTIONAL, max: MENU_LIMITS.rulesPerEntity };

export class RecipeLineDto implements RecipeLine {
  @StringField(ID)
  ingredientId!: string;

  @IntField({
    ...OPTIONAL,
    min: 1,
    max: LIMITS.stockMilli,
    description: "Thousandths of the ingredient's unit; absent only where something is left out: then all of it",
  })
  quantityMilli?: number;
}

export class VariantDto implements Variant<Text> {
  @StringField(ID)
  id!: string;

  @TextField({ ...NAME, ...OPTIONAL })
  name?: Text;

  @IntField(PRICE)
  priceMinor!: number;

  @IntField({ ...PRICE, ...OPTIONAL })
  listPriceMinor?: number;

  @IdsField({ ...OPTIONAL, description: "In place of the item's" })
  modifierGroupIds?: string[];

  @ListField(() => RecipeLineDto, RECIPE)
  recipe?: RecipeLineDto[];
}

export class ItemDto implements PutItemRequest {
  @StringField({ ...ID, ...OPTIONAL })
  id?: string;

  @TextField(NAME)
  name!: Text;

  @TextField(DESCRIPTION)
  description?: Text;

  @ListField(() => VariantDto, { max: MENU_LIMITS.variantsPerItem })
  @ArrayMinSize(1)
  variants!: VariantDto[];

  @IdsField()
  modifierGroupIds!: string[];

  @StringField(ID)
  taxClass!: string;

  @StringField({ ...ID, ...OPTIONAL })
  stationId?: string;

  @IntField({ ...OPTIONAL, min: 0, max: MENU_LIMITS.prepSeconds })
  prepSeconds?: number;

  @WordsField(ALLERGENS, { ...OPTIONAL, description: 'Absent: nothing declared; an empty list: declared as none' })
  allergens?: Allergen[];

  @WordsField(ADDITIVES, OPTIONAL)
  additives?: Additive[];

  @WordsField(DIET_TAGS, OPTIONAL)
  dietTags?: DietTag[];

  @ObjectField(() => PhotoDto, OPTIONAL)
  photo?: PhotoDto;

  @ListField(() => AvailabilityRuleDto, RULES)
  availability?: AvailabilityRuleDto[];

  @BooleanField(OPTIONAL)
  onlyAsOption?: boolean;

  @BooleanField(OPTIONAL)
  isCombo?: boolean;

  @IntField({ ...OPTIONAL, min: 1, max: MENU_LIMITS.maxPerOrder })
  maxPerOrder?: number;

  @IntField({ ...OPTIONAL, min: 1, max: MENU_LIMITS.leadMinutes, example: 1440, description: 'Minutes ahead' })
  leadMinutes?: number;

  @IntField({ ...OPTIONAL, min: 1, max: MENU_LIMITS.cutoffMinute, description: 'For the same day, until this minute' })
  cutoffMinute?: number;

  @IntField({ ...OPTIONAL, min: 0, max: MENU_LIMITS.spiciness })
  spiciness?: number;

  @IntField({ ...OPTIONAL, min: 0, max: MENU_LIMITS.energyKcal })
  energyKcal?: number;

  @ListField(() => RecipeLineDto, RECIPE)
  recipe?: RecipeLineDto[];
}

export class PutItemDto extends ItemDto {
  @IdsField({ ...OPTIONAL, description: 'When absent, it stays in the sections in which it stands' })
  sectionIds?: string[];
}

export class SectionDto implements PutSectionRequest {
  @StringField({ ...ID, ...OPTIONAL })
  id?: string;

  @TextField(NAME)
  name!: Text;

  @TextField(DESCRIPTION)
  description?: Text;

  @ListField(() => AvailabilityRuleDto, RULES)
  availability?: AvailabilityRuleDto[];

  @IdsField({ description: 'Its items, in the order in which guests see them' })
  itemIds!: string[];
}

export class OrderSectionsDto implements OrderSectionsRequest {
  @IdsField({ description: 'All sections, each once, in the order in which guests see them' })
  sectionIds!: string[];
}

export class OptionDto implements ModifierOption<Text> {
  @StringField(ID)
  id!: string;

  @StringField({ ...ID, ...OPTIONAL, description: 'The item that this option is' })
  itemId?: string;

  @TextField({ ...NAME, ...OPTIONAL, description: 'Needed without itemId' })
  name?: Text;

  @IntField(PRICE)
  priceMinor!: number;

  @PricesField({ ...OPTIONAL, description: 'Other prices by the variant of the parent' })
  priceMinorByVariant?: Record<string, number>;

  @IntField({
    ...OPTIONAL,
    min: MENU_LIMITS.percentOfChoice.least,
    max: MENU_LIMITS.percentOfChoice.most,
    description: 'Below another choice: extra is 100, light -50, on the side 0 percent of its price and recipe',
  })
  percentOfChoice?: number;

  @IntField({ ...OPTIONAL, min: 0, max: MENU_LIMITS.energyKcal })
  energyKcal?: number;

  @IntField({ ...OPTIONAL, min: 1, max: LIMITS.optionQuantity })
  maxQuantity?: number;

  @BooleanField(OPTIONAL)
  isDefault?: boolean;

  @StringField({ ...ID, ...OPTIONAL })
  taxClass?: string;

  @StringField({ ...ID, ...OPTIONAL })
  stationId?: string;

  @IdsField(OPTIONAL)
  modifierGroupIds?: string[];

  @WordsField(ALLERGENS, OPTIONAL)
  allergens?: Allergen[];

  @WordsField(ADDITIVES, OPTIONAL)
  additives?: Additive[];

  @WordsField(DIET_TAGS, OPTIONAL)
  dietTags?: DietTag[];

  @ListField(() => RecipeLineDto, RECIPE)
  recipe?: RecipeLineDto[];
}

export class GroupDto implements PutGroupRequest {
  @StringField({ ...ID, ...OPTIONAL })
  id?: string;

  @TextField(NAME)
  name!: Text;

  @EnumField(GROUP_KINDS)
  kind!: GroupKind;

  @IntField({ min: 0, max: MENU_LIMITS.choices, description: 'Least number of choices' })
  min!: number;

  @IntField({ ...OPTIONAL, min: 0, max: MENU_LIMITS.choices, description: 'Most choices; absent: no limit' })
  max?: number;

  @IntField({ min: 0, max: MENU_LIMITS.choices, description: 'So many choices cost nothing' })
  freeCount!: number;

  @EnumField(PRICE_RULES)
  priceRule!: PriceRule;

  @IntField({ ...PRICE, ...OPTIONAL, description: 'With the price rule "fixed"' })
  fixedPriceMinor?: number;

  @ListField(() => OptionDto, { max: MENU_LIMITS.optionsPerGroup })
  options!: OptionDto[];
}
