import type { BasketLine, GroupBasketState, GroupLine } from '@comanda/shared';

interface Ageing {
  readonly state: Exclude<GroupBasketState, 'expired'>;
  readonly expiresAt: number;
}

/** What a basket is at an instant: an order stays, everything else expires. */
export function groupStateAt({ state, expiresAt }: Ageing, now: number): GroupBasketState {
  return state !== 'ordered' && expiresAt <= now ? 'expired' : state;
}

interface Part {
  readonly name: string;
  readonly lines: readonly GroupLine[];
}

/** All parts as one basket, person by person, each dish with the name of whoever wants it. */
export function wholeBasket(people: readonly Part[]): BasketLine[] {
  return people.flatMap(({ name, lines }) => lines.map(({ id: _id, ...line }) => ({ ...line, guestName: name })));
}

/** Where in the whole basket each person's dishes begin. */
export function partStarts(people: readonly Part[]): number[] {
  let start = 0;
  return people.map(({ lines }) => {
    const own = start;
    start += lines.length;
    return own;
  });
}
