import type { PaymentMethod } from '@comanda/shared';

/** What stands on the sheet of a table. */
export const SHEET_TEXTS = {
  seat: 'Seat guests',
  loading: 'The rounds are loading',
  nothing: 'Nobody has ordered yet.',
  accept: 'Accept',
  fire: (course: number) => `Fire course ${course}`,
  course: (course: number) => `course ${course}`,
  round: (index: number, number: number) => `Round ${index} · order ${number}`,
  total: 'Together',
  change: 'Change',
  changeDish: (name: string) => `Change ${name}`,
  due: 'Owed',
  paid: 'All paid',
  settle: 'Take the payment',
  allergic: (words: string) => `Allergic to ${words}`,
  giveBack: (amount: string) => `Give back ${amount}`,
  givenBack: (what: string) => `Given back: ${what}`,
  notYet: 'Not yet',
  backFirst: (amount: string) => `${amount} is still to be given back to the guests.`,
  elsewhere: 'Another table',
  elsewhereHint: 'Nothing is made again; the kitchen sees the new table.',
  choose: 'Choose a table',
  move: 'Move here',
  merge: 'Join these guests',
  isFree: (table: string) => `${table}, free`,
  isTaken: (table: string) => `${table}, join the guests there`,
  moved: (table: string) => `The guests are now here: ${table}.`,
  leave: 'The guests leave',
  leaveUnpaid: 'Why do they leave without paying?',
  close: 'Free the table',
  closed: 'The table is free.',
  reasonMissing: 'Say why, or take the payment first.',
} as const;

export const METHODS: readonly { readonly method: PaymentMethod; readonly word: string }[] = [
  { method: 'cash', word: 'Cash' },
  { method: 'card-terminal', word: 'Card' },
  { method: 'voucher', word: 'Voucher' },
];
