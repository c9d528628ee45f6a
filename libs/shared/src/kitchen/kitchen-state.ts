/** The life of one line on a station's ticket. `held` waits for its course. */
export const TICKET_LINE_STATES = ['held', 'fired', 'started', 'ready', 'handed', 'cancelled'] as const;
export type TicketLineState = (typeof TICKET_LINE_STATES)[number];

/**
 * Derived from the lines. A `held` ticket has nothing to do until its next course is fired; `ready` tickets have left
 * the board; `cancelled` ones stay until acknowledged.
 */
export const TICKET_STATES = ['held', 'fired', 'started', 'ready', 'handed', 'cancelled', 'closed'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const TICKET_COMMANDS = [
  'fire',
  'start',
  'finish-line',
  'reopen-line',
  'bump',
  'recall',
  'withdraw',
  'acknowledge',
  'hand-over',
] as const;
export type TicketCommand = (typeof TICKET_COMMANDS)[number];

/** What a cook must acknowledge: the guest's allergy before the start, a change or cancellation after it was fired. */
export const TICKET_CONCERNS = ['allergy', 'change'] as const;
export type TicketConcern = (typeof TICKET_CONCERNS)[number];

/** A screen of the kitchen of which nothing is heard for so long is shown to the office as silent. */
export const SCREEN_SILENT_SECONDS = 15;

/** So long a cancellation or change may wait for the cook's answer; then it escalates. */
export const KITCHEN_ANSWER_SECONDS = 60;

/** So long a bump can be undone; later the ticket is recalled. */
export const BUMP_UNDO_SECONDS = 30;

/** Words that stand for other pages at `/kitchen/`: no station can be called so. */
export const RESERVED_STATION_IDS: readonly string[] = ['all', 'expo', 'pair'];
