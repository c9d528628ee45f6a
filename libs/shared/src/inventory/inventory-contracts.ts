import type { Target } from '../availability/off-sale.js';
import type { Allergen } from '../menu/dietary.js';
import type { Page } from '../orders/order-contracts.js';
import type { Text } from '../text/text.js';
import type { RecipeLine } from './recipe-line.js';
import type { Milli, StockUnit } from './units.js';

/** Why stock changed. `consume` and `release` are made by orders, the others by people. */
export const MOVEMENT_KINDS = ['receive', 'consume', 'release', 'waste', 'count', 'adjust'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** What a person may book. `count` says how much is there; the others say how much came, went or is corrected. */
export const BOOKABLE_KINDS = ['receive', 'waste', 'count', 'adjust'] as const;
export type BookableKind = (typeof BOOKABLE_KINDS)[number];

/** An ingredient with what is there of it. */
export interface StockView {
  readonly id: string;
  readonly name: Text;
  readonly unit: StockUnit;
  readonly allergens?: readonly Allergen[];
  /** Absent when it is not counted: then it never runs out. */
  readonly onHandMilli?: Milli;
  /** From this amount down it counts as low. */
  readonly lowMilli?: Milli;
  readonly low: boolean;
  /** What on the menu takes it. */
  readonly usedBy: readonly Target[];
  /** Of these, what can no longer be made. */
  readonly offSale: readonly Target[];
}

/** `PUT /locations/{id}/ingredients/{ingredientId}` */
export interface IngredientRequest {
  readonly name: Text;
  readonly unit: StockUnit;
  readonly allergens?: readonly Allergen[];
}

/** `PUT /locations/{id}/recipes/{kind}/{targetId}`; an empty list takes the recipe away. */
export interface RecipeRequest {
  readonly lines: readonly RecipeLine[];
}

export interface RecipeView {
  readonly target: Target;
  readonly lines: readonly RecipeLine[];
}

/** `POST /locations/{id}/stock-movements`, with an `Idempotency-Key`. */
export interface BookStockRequest {
  readonly ingredientId: string;
  readonly kind: BookableKind;
  /** Thousandths of the ingredient's unit. `adjust` may be below zero; `count` is what is there. */
  readonly quantityMilli: Milli;
  readonly note?: string;
}

/** `POST /locations/{id}/stock-counts`, with an `Idempotency-Key`: a whole count sheet at once, each ingredient once. */
export interface CountStockRequest {
  readonly counts: readonly StockCount[];
  readonly note?: string;
}

export interface StockCount {
  readonly ingredientId: string;
  /** What is there, in thousandths of the ingredient's unit. */
  readonly quantityMilli: Milli;
}

/** `POST /locations/{id}/stock-imports`: what a spreadsheet of counts and deliveries changes. */
export interface StockImportReport {
  /** False when it was only looked at, or had nothing to book. */
  readonly booked: boolean;
  readonly changes: readonly StockImportChange[];
  /** Rows that were passed over, and why. */
  readonly problems: readonly StockImportProblem[];
}

export interface StockImportChange {
  readonly ingredientId: string;
  readonly kind: 'count' | 'receive';
  /** What the row says, in thousandths of the ingredient's unit. */
  readonly quantityMilli: Milli;
  /** Before; absent when it was not counted. */
  readonly onHandMilli?: Milli;
  readonly differenceMilli: Milli;
}

export interface StockImportProblem {
  /** As a spreadsheet numbers it; the header is row 1. */
  readonly row: number;
  readonly column?: string;
  readonly detail: string;
}

/** One line of the ledger. All quantities of an ingredient together are what is on hand. */
export interface StockMovementView {
  readonly id: string;
  readonly ingredientId: string;
  readonly kind: MovementKind;
  /** Signed: what came is above zero, what went below. */
  readonly quantityMilli: Milli;
  readonly orderId?: string;
  /** The dish for which an order took it. */
  readonly itemId?: string;
  readonly note?: string;
  readonly at: string;
  readonly by: string;
}

/** `GET /locations/{id}/stock-movements`, newest first. */
export type StockMovementPage = Page<StockMovementView>;

/** `GET /locations/{id}/reports/ingredient-use`: what orders took, less what came back, by day, ingredient and dish. */
export interface IngredientUseView {
  readonly businessDate: string;
  readonly ingredientId: string;
  /** The dish for which it was used; absent for what was wasted by hand. */
  readonly itemId?: string;
  readonly usedMilli: Milli;
  readonly wastedMilli: Milli;
}
