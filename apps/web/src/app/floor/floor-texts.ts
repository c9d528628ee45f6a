import type { CallKind, TableState, TicketLineState } from '@comanda/shared';
import type { IconName } from '../ui/icon/icon-shapes';

/** What stands on the waiter's screens. */
export const FLOOR_TEXTS = {
  heading: 'Tables',
  calls: 'Calls',
  atPass: 'At the pass',
  served: 'Served',
  come: 'I am coming',
  loading: 'The tables are loading',
  failed: 'The tables cannot be shown',
  retry: 'Try again',
  empty: 'No tables yet. The office adds them in the restaurant’s settings.',
  phoneOrder: 'Phone order',
  takeOrder: 'Take an order',
  goOn: 'Go on with the order',
  begun: (dishes: number, minutes: number) => `${dishes} noted, not sent · ${minutes} min`,
  phoneBegun: 'Go on: phone order',
  office: 'Office',
  notLive: (time: string) => `NOT LIVE since ${time}. What you see is old; changes may fail.`,
  neverLive: 'NOT LIVE. No connection to the restaurant.',
  stale: 'Not live',
  live: 'Live',
  connecting: 'Connecting…',
  /** As short as it can be said: a table may stay open for days. */
  minutes: (count: number) => {
    if (count < 100) return `${count} min`;
    return count < 24 * 60 ? `${Math.floor(count / 60)} h` : `${Math.floor(count / (24 * 60))} d`;
  },
  rounds: (count: number) => `${count} ${count === 1 ? 'round' : 'rounds'}`,
  /** Many restaurants only number their tables. */
  table: (name: string) => (/^\d+[a-z]?$/i.test(name) ? `Table ${name}` : name),
  order: (number: number) => `Order ${number}`,
  leftOpen: 'Still open from an earlier day',
  openSince: (days: number) => (days === 1 ? 'Open since yesterday' : `Open for ${days} days`),
  owed: (amount: string) => `${amount} owed`,
  free: 'Free the table',
  freed: (table: string) => `${table} is free.`,
  look: 'Look',
  giveBack: 'Give back',
  calling: (count: number) => `${count} ${count === 1 ? 'call' : 'calls'}`,
  servedSaid: (name: string) => `${name} is served.`,
  takenSaid: (by: string) => `${by} is coming already.`,
} as const;

export const TABLE_WORDS: Readonly<Record<TableState, { readonly word: string; readonly icon: IconName }>> = {
  free: { word: 'Free', icon: 'plus' },
  seated: { word: 'Seated', icon: 'utensils' },
  served: { word: 'Served', icon: 'circle-check' },
  ordered: { word: 'Ordered', icon: 'flame' },
  'wants-bill': { word: 'Wants the bill', icon: 'receipt' },
  'food-waiting': { word: 'Food waiting', icon: 'hand-platter' },
};

export const CALL_WORDS: Readonly<Record<CallKind, string>> = { waiter: 'Waiter, please', bill: 'The bill, please' };

export const LINE_WORDS: Readonly<Record<TicketLineState, string>> = {
  held: 'held',
  fired: 'in the kitchen',
  started: 'cooking',
  ready: 'at the pass',
  handed: 'served',
  cancelled: 'cancelled',
};
