import type { EventType, TicketLineState } from '@comanda/shared';
import { BUMP_UNDO_SECONDS } from '@comanda/shared';
import type { KitchenLine, KitchenTicketWithLines } from './kitchen-line.js';
import { moveLine, moveLines, undoBump } from './line-moves.js';

/** What a cook or somebody at the pass does with one ticket. */
export const COOK_COMMANDS = [
  'acknowledge-allergy',
  'start',
  'start-line',
  'finish-line',
  'reopen-line',
  'bump',
  'undo-bump',
  'recall',
  'hand-over',
  'hand-over-line',
] as const;
export type CookCommand = (typeof COOK_COMMANDS)[number];

/** A deed at the moment it is done. */
export interface Deed {
  readonly now: number;
  readonly by: string;
  /** Of the commands for one line. */
  readonly line?: KitchenLine;
}

type Whole = KitchenTicketWithLines & { readonly ticket: { recalled: boolean } };

interface Rule {
  /** Its effect holds already: it is answered and told no more. */
  readonly isDone: (whole: Whole, line?: KitchenLine) => boolean;
  /** Changes the lines; false when the ticket is not in a state for it. */
  readonly carryOut: (whole: Whole, deed: Deed) => boolean;
  readonly event: EventType;
  /** Touches food: a guest's allergy must have been read before. */
  readonly cooks: boolean;
}

const BEGUN: readonly TicketLineState[] = ['started', 'ready', 'handed'];
const FINISHED: readonly TicketLineState[] = ['ready', 'handed'];

const has = ({ lines }: Whole, ...states: readonly TicketLineState[]): boolean =>
  lines.some(({ state }) => states.includes(state));
const isAt = (line: KitchenLine | undefined, states: readonly TicketLineState[]): boolean =>
  line !== undefined && states.includes(line.state);

const WHOLE_TICKET = {
  'acknowledge-allergy': {
    isDone: ({ ticket }) => ticket.allergyAcknowledgedAt !== null,
    carryOut: ({ ticket }, { now, by }) => {
      ticket.allergyAcknowledgedAt = now;
      ticket.allergyAcknowledgedBy = by;
      return ticket.allergies !== null;
    },
    event: 'ticket.allergy-acknowledged',
    cooks: false,
  },
  start: {
    isDone: (whole) => !has(whole, 'fired') && has(whole, ...BEGUN),
    carryOut: ({ lines }, { now }) => moveLines(lines, 'start', now),
    event: 'ticket.started',
    cooks: true,
  },
  bump: {
    isDone: (whole) => !has(whole, 'fired', 'started') && has(whole, ...FINISHED),
    carryOut: ({ lines }, { now }) => moveLines(lines, 'bump', now),
    event: 'ticket-line.ready',
    cooks: true,
  },
  'undo-bump': {
    isDone: (whole) => !has(whole, ...FINISHED) && has(whole, 'fired', 'started'),
    carryOut: ({ lines }, { now }) => undoBump(lines, now, BUMP_UNDO_SECONDS * 1000),
    event: 'ticket.bump-undone',
    cooks: false,
  },
  recall: {
    isDone: ({ ticket }) => ticket.state === 'started',
    carryOut: ({ ticket, lines }, { now }) => {
      ticket.recalled = true;
      return moveLines(lines, 'recall', now);
    },
    event: 'ticket.recalled',
    cooks: false,
  },
  'hand-over': {
    isDone: ({ ticket }) => ticket.state === 'handed',
    carryOut: ({ lines }, { now }) => moveLines(lines, 'hand-over', now),
    event: 'ticket.handed-over',
    cooks: false,
  },
} as const satisfies Partial<Record<CookCommand, Rule>>;

const ONE_LINE = {
  'start-line': lineRule('start', { done: BEGUN, event: 'ticket-line.started', cooks: true }),
  'finish-line': lineRule('finish-line', { done: FINISHED, event: 'ticket-line.ready', cooks: true }),
  'reopen-line': lineRule('reopen-line', { done: ['started'], event: 'ticket-line.reopened', cooks: false }),
  'hand-over-line': lineRule('hand-over', { done: ['handed'], event: 'ticket-line.handed-over', cooks: false }),
} as const satisfies Partial<Record<CookCommand, Rule>>;

export const COOK_RULES: Readonly<Record<CookCommand, Rule>> = { ...WHOLE_TICKET, ...ONE_LINE };

function lineRule(
  command: Parameters<typeof moveLine>[1],
  { done, event, cooks }: { done: readonly TicketLineState[]; event: EventType; cooks: boolean },
): Rule {
  return {
    isDone: (_, line) => isAt(line, done),
    carryOut: (_, { now, line }) => line !== undefined && moveLine(line, command, now),
    event,
    cooks,
  };
}

/** What the log calls it: a bump or the last line done is told as a ticket that is ready. */
export function eventOfDeed(command: CookCommand, { ticket }: KitchenTicketWithLines): EventType {
  const { event } = COOK_RULES[command];
  if (event === 'ticket-line.ready' && ticket.state === 'ready') return 'ticket.ready';
  return event;
}
