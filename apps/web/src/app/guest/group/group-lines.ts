import type { GroupBasketView, GroupLine, OptionChoice } from '@comanda/shared';
import type { StoredLine } from '../basket/basket-line';

/** A dish as it is sent and compared: always the same fields in the same order. */
export function toGroupLine({ id, itemId, variantId, quantity, options, note, allergies }: GroupLine): GroupLine {
  return {
    id,
    itemId,
    ...(variantId === undefined ? {} : { variantId }),
    quantity,
    ...(options === undefined || options.length === 0 ? {} : { options: options.map(toChoice) }),
    ...(note === undefined || note === '' ? {} : { note }),
    ...(allergies === undefined || allergies.length === 0 ? {} : { allergies }),
  };
}

function toChoice({ groupId, optionId, quantity, options }: OptionChoice): OptionChoice {
  return {
    groupId,
    optionId,
    ...(quantity === undefined ? {} : { quantity }),
    ...(options === undefined || options.length === 0 ? {} : { options: options.map(toChoice) }),
  };
}

export function sameLines(a: readonly GroupLine[], b: readonly GroupLine[]): boolean {
  return JSON.stringify(a.map(toGroupLine)) === JSON.stringify(b.map(toGroupLine));
}

/** The restaurant's lines for this device, with what the guest has already accepted of them. */
export function toStoredLines(lines: readonly GroupLine[], known: readonly StoredLine[]): StoredLine[] {
  const seen = new Map(known.map(({ id, seenMinor }) => [id, seenMinor]));
  return lines.map((line) => {
    const seenMinor = seen.get(line.id);
    return { ...toGroupLine(line), ...(seenMinor === undefined ? {} : { seenMinor }) };
  });
}

/** Everybody's dishes as one basket, each with its owner's name. */
export function wholeBasket({ people }: GroupBasketView): StoredLine[] {
  return people.flatMap(({ id, name, lines }) =>
    lines.map((line) => ({ ...toGroupLine(line), id: `${id} ${line.id}`, guestName: name })),
  );
}
