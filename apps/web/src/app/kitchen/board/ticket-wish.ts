import type { TicketView } from '@comanda/shared';
import type { TicketText } from '../slots/slot-layout';
import type { Wish } from '../slots/slot-board';
import { modifierWords } from '../ticket/ticket-words';

/** The texts of a ticket by which the room it needs is reckoned. */
export function wishOf({ id, orderNote, lines }: TicketView): Wish {
  const small = (text: string): TicketText => ({ text, large: false });
  const texts = lines.map(({ name, variantName, modifiers, note, guestName }) => [
    { text: name, large: true },
    ...[variantName, ...modifiers.map(modifierWords), note, guestName].filter((text) => text !== undefined).map(small),
  ]);
  return { id, texts: orderNote === undefined ? texts : [[small(orderNote)], ...texts] };
}
