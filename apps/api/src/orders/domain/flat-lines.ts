import type { Allergen, BasketLine, MenuIndex, PricedLine, PricedOption, Text, TicketLineState } from '@comanda/shared';
import { optionFacts } from '@comanda/shared/pricing';

/** A dish of an order or an option below one, as it is stored: the tree laid flat, depth first. */
export interface FlatLine {
  id: string;
  orderId: string;
  parentId: string | null;
  position: number;
  kind: 'dish' | 'option';
  itemId: string | null;
  variantId: string | null;
  groupId: string | null;
  groupKind: 'choice' | 'removal' | null;
  optionId: string | null;
  name: Text;
  variantName: Text | null;
  groupName: Text | null;
  quantity: number;
  unitPriceMinor: number;
  totalMinor: number;
  taxMinor: number;
  taxClass: string;
  stationId: string | null;
  prepSeconds: number | null;
  allergens: Allergen[] | null;
  note: string | null;
  kitchenState: TicketLineState;
  course: number;
  allergies: Allergen[] | null;
  guestName: string | null;
}

/** What a flat line gets from outside: the menu it was chosen from, its order, and fresh ids. */
export interface Flattening {
  readonly index: MenuIndex<Text>;
  readonly orderId: string;
  readonly newId: () => string;
  /** The basket as it was asked for: the course of each dish, who wants it, and what that guest is allergic to. */
  readonly asked: readonly Pick<BasketLine, 'course' | 'allergies' | 'guestName'>[];
}

type Unplaced = Omit<FlatLine, 'position'>;

/** Lays priced lines flat: every dish is followed by its options, each of these by its own. Amounts stay as priced. */
export function flattenLines(lines: readonly PricedLine<Text>[], context: Flattening): FlatLine[] {
  return lines.flatMap((line) => flattenDish(line, context)).map((line, position) => ({ ...line, position }));
}

function flattenDish(line: PricedLine<Text>, context: Flattening): Unplaced[] {
  const item = context.index.items.get(line.itemId);
  const id = context.newId();
  const { course = 1, allergies = [], guestName = null } = context.asked[line.index] ?? {};
  const options = line.options.flatMap((option) =>
    flattenOption(option, { parentId: id, units: line.quantity, course, context }),
  );
  const dish: Unplaced = {
    id,
    orderId: context.orderId,
    parentId: null,
    kind: 'dish',
    itemId: line.itemId,
    variantId: line.variantId,
    groupId: null,
    groupKind: null,
    optionId: null,
    name: line.name,
    variantName: line.variantName ?? null,
    groupName: null,
    quantity: line.quantity,
    unitPriceMinor: line.unitPriceMinor,
    totalMinor: line.totalMinor,
    taxMinor: line.taxMinor,
    taxClass: line.taxClass,
    stationId: line.stationId ?? null,
    prepSeconds: line.prepSeconds ?? null,
    allergens: item?.allergens ? [...item.allergens] : null,
    note: line.note ?? null,
    kitchenState: 'held',
    course,
    allergies: allergies.length > 0 ? [...allergies] : null,
    guestName,
  };
  return [dish, ...options];
}

interface Below {
  readonly parentId: string;
  /** Units of the dish. */
  readonly units: number;
  /** Of the dish. */
  readonly course: number;
  readonly context: Flattening;
}

function flattenOption(option: PricedOption<Text>, below: Below): Unplaced[] {
  const { context, units } = below;
  const known = context.index.options.get(option.optionId);
  const facts = known && optionFacts(context.index, known.option);
  const id = context.newId();
  const own: Unplaced = {
    id,
    orderId: context.orderId,
    parentId: below.parentId,
    kind: 'option',
    itemId: option.itemId ?? null,
    variantId: null,
    groupId: option.groupId,
    groupKind: option.groupKind,
    optionId: option.optionId,
    name: option.name,
    variantName: null,
    groupName: option.groupName,
    quantity: option.quantity,
    unitPriceMinor: option.priceMinor,
    totalMinor: option.priceMinor * units,
    taxMinor: option.taxMinor,
    taxClass: option.taxClass,
    stationId: option.stationId ?? null,
    prepSeconds: facts?.item?.prepSeconds ?? null,
    allergens: facts?.allergens ? [...facts.allergens] : null,
    note: null,
    kitchenState: 'held',
    course: below.course,
    allergies: null,
    guestName: null,
  };
  return [own, ...option.options.flatMap((each) => flattenOption(each, { ...below, parentId: id }))];
}
