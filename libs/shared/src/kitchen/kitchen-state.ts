/** The life of one line on a station's ticket. `cancelled` waits for the cook's acknowledgement. */
export const TICKET_LINE_STATES = ['held', 'fired', 'started', 'ready', 'handed', 'cancelled'] as const;
export type TicketLineState = (typeof TICKET_LINE_STATES)[number];

/** Derived from the lines. `ready` tickets have left the board; `cancelled` ones stay until acknowledged. */
export const TICKET_STATES = ['fired', 'started', 'ready', 'handed', 'cancelled', 'closed'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const TICKET_COMMANDS = [
  'start',
  'finish-line',
  'bump',
  'recall',
  'withdraw',
  'acknowledge',
  'hand-over',
] as const;
export type TicketCommand = (typeof TICKET_COMMANDS)[number];
