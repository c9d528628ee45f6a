import type { CallKind, TicketLineState } from '@comanda/shared';

/** What stands where guests see their table, word for word. */
export const TABLE_TEXTS = {
  heading: $localize`:@@guest.table.heading:At your table`,
  failed: $localize`:@@guest.table.callFailed:We could not be reached. Please try again, or wave to us.`,
  rounds: $localize`:@@guest.table.rounds:What was ordered`,
  mine: $localize`:@@guest.table.mine:Your round`,
  all: $localize`:@@guest.table.all:Whole table`,
  nobody: $localize`:@@guest.table.nobody:Nobody has ordered yet.`,
  notMine: $localize`:@@guest.table.notMine:You have not ordered on this phone yet.`,
  together: $localize`:@@guest.table.together:Together`,
};

export const CALL_BUTTONS: readonly { readonly kind: CallKind; readonly label: string }[] = [
  { kind: 'waiter', label: $localize`:@@guest.table.callWaiter:Call a waiter` },
  { kind: 'bill', label: $localize`:@@guest.table.bill:The bill, please` },
];

const IN_KITCHEN = $localize`:@@guest.table.inKitchen:in the kitchen`;

export const HOW_FAR: Readonly<Record<TicketLineState, string>> = {
  held: $localize`:@@guest.table.held:comes later`,
  fired: IN_KITCHEN,
  started: $localize`:@@guest.table.cooking:cooking`,
  ready: $localize`:@@guest.table.ready:on its way to you`,
  handed: $localize`:@@guest.table.served:served`,
  cancelled: $localize`:@@guest.table.cancelled:cancelled`,
};

export const calledWords = (time: string): string =>
  $localize`:@@guest.table.called:You called at ${time}:time:. We have heard it.`;
export const comingWords = (time: string): string =>
  $localize`:@@guest.table.coming:Seen at ${time}:time:. Somebody is coming.`;
export const movedWords = (table: string): string =>
  $localize`:@@guest.table.moved:You sit elsewhere now: ${table}:table:. Scan the code there before you order again.`;
export const roundWords = (number: number): string => $localize`:@@guest.table.round:Order ${number}:number:`;
