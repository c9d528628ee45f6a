import { ALLERGENS, LIMITS, STOCK_UNITS } from '@comanda/shared';
import type { Allergen, Ingredient, StockUnit, Text } from '@comanda/shared';
import { EnumField, StringField } from '../../platform/http/index.js';
import { TextField, WordsField } from '../office/menu-fields.js';
import { GroupDto, ItemDto, SectionDto } from '../office/menu-entity.dto.js';

export class IngredientInDocument implements Ingredient<Text> {
  @StringField({ min: 1, max: LIMITS.idLength })
  id!: string;

  @TextField({ max: LIMITS.nameLength })
  name!: Text;

  @EnumField(STOCK_UNITS)
  unit!: StockUnit;

  @WordsField(ALLERGENS, { optional: true, nullable: true })
  allergens?: Allergen[];
}

/** What entries of a document are checked by; that each has an id is looked at before. */
export const ENTRIES = {
  section: SectionDto,
  item: ItemDto,
  'modifier-group': GroupDto,
  ingredient: IngredientInDocument,
} as const;
