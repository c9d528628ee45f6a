/** The shape in which other ordering systems hand out menus: categories with items, groups by id. Anything may be missing. */
export interface ForeignMenu {
  readonly lang?: string | null;
  readonly currency: string;
  readonly categories: readonly ForeignCategory[];
  readonly groups?: Readonly<Record<string, ForeignGroup>> | null;
}

export interface ForeignCategory {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly availability?: readonly ForeignWindow[] | null;
  readonly items: readonly ForeignItem[];
}

export interface ForeignWindow {
  readonly day: string;
  /** Local time, `11:00`. */
  readonly from: string;
  readonly to: string;
}

export interface ForeignItem {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly variants: readonly ForeignVariant[];
  readonly allergens?: readonly string[] | null;
  readonly additives?: readonly string[] | null;
  readonly diet?: readonly string[] | null;
  readonly spiciness?: number | null;
  readonly only_as_choice?: boolean | null;
}

export interface ForeignVariant {
  readonly id: string;
  readonly name?: string | null;
  readonly price: number;
  readonly list_price?: number | null;
  readonly group_ids?: readonly string[] | null;
}

export interface ForeignGroup {
  readonly id: string;
  readonly name: string;
  readonly min: number;
  readonly max?: number | null;
  readonly options: readonly ForeignOption[];
}

export interface ForeignOption {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly item_id?: string | null;
  readonly max_each?: number | null;
}

/** True for a menu in the foreign shape, as far as its outer frame tells. */
export function isForeignMenu(value: unknown): value is ForeignMenu {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'categories' in value &&
    Array.isArray(value.categories) &&
    value.categories.every(isCategory) &&
    'currency' in value &&
    typeof value.currency === 'string'
  );
}

function isCategory(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'items' in value &&
    Array.isArray(value.items) &&
    value.items.every(
      (item: unknown) => isRecord(item) && Array.isArray(item['variants']) && item['variants'].every(isRecord),
    )
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
