import type { PaymentState, TicketState } from '@comanda/shared';

export const EXPO_TEXTS = {
  heading: 'Expo',
  ready: 'READY',
  recalled: 'RECALLED',
  late: 'LATE',
  open: (count: number) => `${count} ${count === 1 ? 'station' : 'stations'} to go`,
  rush: 'Rush',
  fireCourse: (course: number) => `Fire course ${course}`,
  takeOut: 'take out',
  cutlery: (sets: number) => (sets === 0 ? 'No cutlery' : `Cutlery for ${sets}`),
  outstanding: (count: number, all: number) => `${count} of ${all} outstanding`,
  saidRush: (title: string) => `${title} goes before the others`,
  saidNoRush: (title: string) => `${title} waits its turn again`,
  saidFired: (title: string, course: number) => `Course ${course} of ${title} is fired`,
  handOver: 'Handed over',
  handingOver: 'Handed over',
  undo: 'Undo',
  readyCount: (count: number) => `${count} to hand over`,
  nothing: 'Nothing to pass',
  nothingText: 'Orders appear here as soon as the kitchen has them.',
  loading: 'Loading the orders',
  queueHeading: 'Orders without a slot',
  spokenReady: 'ready',
  spokenWaiting: (stations: string) => `waiting for ${stations}`,
  saidReady: (title: string) => `${title} is ready`,
  saidHandedOver: (title: string) => `${title} handed over. Undo is possible for four seconds.`,
  saidBack: (title: string) => `${title} is back at the pass`,
  saidFailed: (title: string, reason: string) => `${title}: not handed over. ${reason}`,
  forbidden: 'Your role may look at the pass but not hand orders over.',
  notReady: 'A station has taken it back: it is not ready any more.',
  handedByOther: 'Somebody else has handed it over already.',
  cancelled: 'The order was cancelled meanwhile.',
};

export const PAYMENT_WORDS: Readonly<Record<PaymentState, string>> = {
  unpaid: 'Not paid',
  authorised: 'Card held',
  'partly-paid': 'Partly paid',
  paid: 'Paid',
  'partly-refunded': 'Partly refunded',
  refunded: 'Refunded',
};

export const STATION_WORDS: Readonly<Record<TicketState, string>> = {
  held: 'on hold',
  fired: 'waiting',
  started: 'cooking',
  ready: 'done',
  handed: 'handed over',
  cancelled: 'cancelled',
  closed: 'cancelled',
};
