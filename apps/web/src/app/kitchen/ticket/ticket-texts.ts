import type { FulfilmentType } from '@comanda/shared';

export const SOURCES: Readonly<Record<FulfilmentType, string>> = {
  'dine-in': 'Dine-in',
  pickup: 'Pickup',
  delivery: 'Delivery',
};

/** What stands on a ticket. */
export const TICKET_TEXTS = {
  table: 'Table',
  cancelled: 'CANCELLED',
  late: 'LATE',
  dueSoon: 'DUE SOON',
  recalled: 'RECALLED',
  new: 'NEW',
  cooking: 'COOKING',
  allergy: 'ALLERGY',
  contains: 'contains',
  start: 'Start',
  bump: 'Bump',
  acknowledge: 'Acknowledge',
  seen: 'Tap here: I have seen it',
  spokenDueSoon: 'due soon',
  spokenLate: (minutes: number) =>
    minutes === 0 ? 'late' : `late by ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  spokenCancelled: 'cancelled',
  spokenItems: (count: number) => `${count} ${count === 1 ? 'item' : 'items'}`,
  bumped: 'Bumped',
  bumpedBy: (name: string) => `Bumped by ${name}`,
  undo: 'Undo',
  sending: 'Sending…',
  failed: 'Not done',
  arrived: (ticket: string) => `New: ${ticket}`,
  returned: (ticket: string) => `Recalled: ${ticket}`,
  withdrawn: (title: string) => `${title} is cancelled`,
  saidBumped: (title: string) => `${title} bumped. R brings it back.`,
  saidBumpedBy: (title: string, name: string) => `${title} bumped by ${name}`,
  saidFailed: (title: string, reason: string) => `${title}: not done. ${reason}`,
  saidAllergy: (title: string, note: string) => `Allergy, ${title}: ${note}`,
};

/** Why a command was refused, and what to do. */
export const REFUSAL_TEXTS = {
  unreachable: 'No answer from the server. Tap again: nothing is ever done twice.',
  changed: 'Another cook changed this ticket just now. Look at it, then tap again.',
  cancelled: 'The order was cancelled meanwhile.',
  bumped: 'Another cook has bumped it already.',
  handed: 'It has been handed over already.',
  loggedOut: 'This screen is logged out. Log in again, then tap once more.',
  forbidden: 'Your role may look at the kitchen but not cook.',
  gone: 'This ticket does not exist any more.',
  notReady: 'A station has taken it back: it is not ready any more.',
};
