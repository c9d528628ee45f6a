import { ALLERGENS, BOOKABLE_KINDS, LIMITS, MOVEMENT_KINDS, STOCK_UNITS } from '@comanda/shared';
import type {
  Allergen,
  BookableKind,
  BookStockRequest,
  CountStockRequest,
  IngredientRequest,
  MovementKind,
  RecipeLine,
  RecipeRequest,
  StockCount,
  StockUnit,
  Text,
} from '@comanda/shared';
import { TextField, WordsField } from '../menu/index.js';
import { DateParameter, EnumField, IntField, LimitParameter, ListField, StringField } from '../platform/http/index.js';

const ID = { min: 1, max: LIMITS.idLength } as const;

export class IngredientDto implements IngredientRequest {
  @TextField({ max: LIMITS.nameLength, example: { en: 'Burger bun' } })
  name!: Text;

  @EnumField(STOCK_UNITS, { description: 'The unit in which it is counted' })
  unit!: StockUnit;

  @WordsField(ALLERGENS, { optional: true, description: 'absent: nothing declared; an empty list: declared as none' })
  allergens?: Allergen[];
}

export class RecipeLineDto implements RecipeLine {
  @StringField(ID)
  ingredientId!: string;

  @IntField({
    min: 1,
    max: LIMITS.stockMilli,
    optional: true,
    nullable: false,
    description: 'Thousandths of the unit; left out only where something is left out of a dish: then all of it',
  })
  quantityMilli?: number;
}

export class RecipeDto implements RecipeRequest {
  @ListField(() => RecipeLineDto, { max: LIMITS.recipeLines })
  lines!: RecipeLineDto[];
}

export class BookStockDto implements BookStockRequest {
  @StringField(ID)
  ingredientId!: string;

  @EnumField(BOOKABLE_KINDS)
  kind!: BookableKind;

  @IntField({
    min: -LIMITS.stockMilli,
    max: LIMITS.stockMilli,
    description:
      'Thousandths of the unit: what came or went; for `count` what is there; only `adjust` may be below zero',
    example: 12_500,
  })
  quantityMilli!: number;

  @StringField({ min: 1, max: LIMITS.reasonLength, optional: true })
  note?: string;
}

export class StockCountDto implements StockCount {
  @StringField(ID)
  ingredientId!: string;

  @IntField({ min: 0, max: LIMITS.stockMilli, description: "What is there, in thousandths of the ingredient's unit" })
  quantityMilli!: number;
}

export class CountStockDto implements CountStockRequest {
  @ListField(() => StockCountDto, { max: LIMITS.stockCounts })
  counts!: StockCountDto[];

  @StringField({ min: 1, max: LIMITS.reasonLength, optional: true })
  note?: string;
}

export class StockImportQuery {
  @EnumField(['true', 'false'] as const, { optional: true, description: 'true only tells what would change' })
  dryRun?: 'true' | 'false';
}

export class LowStockDto {
  @IntField({
    min: 0,
    max: LIMITS.stockMilli,
    optional: true,
    nullable: true,
    description: 'From this amount down it counts as low; null: never',
  })
  lowMilli?: number | null;
}

export class MovementsQuery {
  @StringField({ ...ID, optional: true, description: 'Only this ingredient; all when absent' })
  ingredientId?: string;

  @EnumField(MOVEMENT_KINDS, { optional: true, description: 'Only these, for example the waste' })
  kind?: MovementKind;

  @StringField({
    min: 26,
    max: 26,
    pattern: /^[0-9A-HJKMNP-TV-Z]{26}$/,
    optional: true,
    description: 'The nextCursor of an earlier page',
  })
  cursor?: string;

  @LimitParameter(50)
  limit?: number;
}

export class UseQuery {
  @DateParameter({ description: 'First business date' })
  from?: string;

  @DateParameter({ description: 'Last business date' })
  to?: string;
}
