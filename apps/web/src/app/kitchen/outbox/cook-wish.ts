import type { KitchenAnswer, TicketView } from '@comanda/shared';

/** What a cook can ask of the server, each with where it goes below the ticket or its line. */
export const COOK_COMMANDS = {
  start: 'start',
  bump: 'bump',
  'undo-bump': 'bump-undo',
  recall: 'recall',
  acknowledge: 'acknowledgement',
  'acknowledge-allergy': 'allergy-acknowledgement',
  'finish-line': 'completion',
  'reopen-line': 'reopening',
  refire: 'refire',
} as const;
export type CookCommand = keyof typeof COOK_COMMANDS;

/** What a cook asked for with a tap, as the ticket was on the screen then. It is carried out once, however late it arrives. */
export interface CookWish {
  /** Made at the tap: whoever repeats it repeats this key. */
  readonly key: string;
  readonly at: string;
  readonly locationId: string;
  readonly ticketId: string;
  /** For words about it when the ticket itself is gone. */
  readonly title: string;
  readonly command: CookCommand;
  readonly lineId?: string;
  /** The version on screen; absent where the state of the ticket is guard enough. */
  readonly seen?: number;
  readonly body?: CookWords;
}

/** What goes along with a command. */
export interface CookWords {
  readonly answer?: KitchenAnswer;
  readonly lineId?: string;
  readonly reason?: string;
  readonly quantity?: number;
}

/** A ticket as it will be once the wishes that are still on their way have arrived; null when it leaves the board. */
export function asWished(ticket: TicketView, wishes: readonly CookWish[]): TicketView | null {
  return wishes.filter(({ ticketId }) => ticketId === ticket.id).reduce<TicketView | null>(after, ticket);
}

function after(ticket: TicketView | null, { command, lineId }: CookWish): TicketView | null {
  if (ticket === null || command === 'bump') return null;
  if (command === 'acknowledge') return ticket.state === 'cancelled' ? null : ticket;
  if (command === 'start') return { ...ticket, state: 'started' };
  if (command === 'acknowledge-allergy') {
    return { ...ticket, awaits: ticket.awaits.filter((concern) => concern !== 'allergy') };
  }
  if (command !== 'finish-line') return ticket;
  const lines = ticket.lines.map((line) => (line.id === lineId ? { ...line, state: 'ready' as const } : line));
  const open = lines.filter(({ state }) => state === 'held' || state === 'fired' || state === 'started');
  return open.length === 0 ? null : { ...ticket, state: 'started', lines };
}
