import type {
  BasketProblem,
  GroupBasketView,
  GroupLine,
  GroupLineView,
  GroupPersonView,
  PricedLine,
  PricedOption,
  QuoteView,
  TicketModifierView,
} from '@comanda/shared';
import type { Location } from '../locations/index.js';
import { groupStateAt, partStarts } from './domain/group-rules.js';
import type { GroupPerson, WholeGroup } from './group-basket.js';

const NOTHING = { subtotalMinor: 0, fees: [], taxes: [], taxMinor: 0, totalMinor: 0 };

/** A basket in which nothing can be chosen any more: what was in it is the order's now, or nobody's. */
export function toClosedGroupView({ basket }: WholeGroup, location: Location, now: number): GroupBasketView {
  const { currency, taxInclusive } = location;
  const followed = basket.trackingToken === null ? {} : { trackingToken: basket.trackingToken };
  return { ...headOf(basket, now), people: [], currency, taxInclusive, ...NOTHING, ...followed };
}

/** Everybody's part at the restaurant's prices. */
export function toGroupBasketView({ basket, people }: WholeGroup, quote: QuoteView, now: number): GroupBasketView {
  const starts = partStarts(people);
  return {
    ...headOf(basket, now),
    people: people.map((person, at) => toPersonView(person, starts[at] ?? 0, quote)),
    currency: quote.currency,
    taxInclusive: quote.taxInclusive,
    subtotalMinor: quote.subtotalMinor,
    fees: quote.fees,
    taxes: quote.taxes,
    taxMinor: quote.taxMinor,
    totalMinor: quote.totalMinor,
  };
}

function headOf(basket: WholeGroup['basket'], now: number) {
  return {
    state: groupStateAt(basket, now),
    locationId: basket.locationId,
    expiresAt: new Date(basket.expiresAt).toISOString(),
  };
}

function toPersonView(person: GroupPerson, start: number, quote: QuoteView): GroupPersonView {
  const lines = person.lines.map((line, at) => toLineView(line, start + at, quote));
  return {
    id: person.id,
    name: person.name,
    isHost: person.isHost,
    version: person.version,
    lines,
    totalMinor: lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
  };
}

function toLineView(line: GroupLine, index: number, { lines, problems }: QuoteView): GroupLineView {
  const priced = lines.find((each) => each.index === index);
  return { ...line, ...pricedPart(priced), problems: problemsOf(index, problems) };
}

function pricedPart(priced: PricedLine<string> | undefined) {
  if (!priced) return { modifiers: [], totalMinor: 0 };
  const { name, variantName, options, totalMinor } = priced;
  return {
    name,
    ...(variantName === undefined ? {} : { variantName }),
    modifiers: modifiersOf(options, 0),
    totalMinor,
  };
}

function modifiersOf(options: readonly PricedOption<string>[], depth: number): TicketModifierView[] {
  return options.flatMap(({ groupKind: kind, name, quantity, options: below }) => [
    { kind, name, quantity, depth },
    ...modifiersOf(below, depth + 1),
  ]);
}

function problemsOf(index: number, problems: readonly BasketProblem[]): BasketProblem[] {
  const own = `/lines/${index}`;
  return problems
    .filter(({ pointer }) => pointer === own || pointer.startsWith(`${own}/`))
    .map((problem) => ({ ...problem, pointer: problem.pointer.slice(own.length) }));
}
