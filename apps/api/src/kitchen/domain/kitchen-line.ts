import type { Allergen, TicketLineState, TicketState, Withdrawal } from '@comanda/shared';

/** A line of a ticket as the kitchen's rules know it; instants in milliseconds. */
export interface KitchenLine {
  readonly id: string;
  readonly orderLineId: string;
  readonly quantity: number;
  readonly course: number;
  readonly prepSeconds: number | null;
  readonly allergies: readonly Allergen[] | null;
  state: TicketLineState;
  firedAt: number | null;
  startAt: number | null;
  dueAt: number | null;
  startedAt: number | null;
  readyAt: number | null;
  handedAt: number | null;
  bumpedFrom: TicketLineState | null;
  readonly replaces: string | null;
  withdrawal: Withdrawal | null;
}

/** A ticket's own facts, most of them derived from its lines. */
export interface KitchenTicket {
  readonly stationId: string;
  state: TicketState;
  startAt: number;
  dueSoonAt: number;
  dueAt: number;
  startedAt: number | null;
  readyAt: number | null;
  allergies: Allergen[] | null;
  allergyAcknowledgedAt: number | null;
  allergyAcknowledgedBy: string | null;
  onBoard: boolean;
  answerDueAt: number | null;
}

export interface KitchenTicketWithLines {
  readonly ticket: KitchenTicket;
  readonly lines: readonly KitchenLine[];
}
