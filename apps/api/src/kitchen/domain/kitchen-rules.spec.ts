import type { KitchenAnswer, TicketCommand, TicketLineState } from '@comanda/shared';
import { isOnBoard } from '@comanda/shared';
import fc from 'fast-check';
import { awaitedBy, deriveTicket, deriveTimes } from './derived-ticket.js';
import { fireLines } from './fire-lines.js';
import type { KitchenLine, KitchenTicket } from './kitchen-line.js';
import { moveLines, undoBump } from './line-moves.js';
import { outcomesOf, unacknowledged, withdrawLine } from './withdrawing.js';

const STATION = { dueSoonSeconds: 480, lateSeconds: 720 };

function aLine(facts: Partial<KitchenLine> = {}): KitchenLine {
  return {
    id: 'l1',
    orderLineId: 'o1',
    quantity: 1,
    course: 1,
    prepSeconds: 300,
    allergies: null,
    state: 'held',
    firedAt: null,
    startAt: null,
    dueAt: null,
    startedAt: null,
    readyAt: null,
    handedAt: null,
    bumpedFrom: null,
    replaces: null,
    withdrawal: null,
    ...facts,
  };
}

function aTicket(stationId = 'grill'): KitchenTicket {
  return {
    stationId,
    state: 'held',
    startAt: 0,
    dueSoonAt: 0,
    dueAt: 0,
    startedAt: null,
    readyAt: null,
    allergies: null,
    allergyAcknowledgedAt: null,
    allergyAcknowledgedBy: null,
    onBoard: true,
    answerDueAt: null,
  };
}

const lineCommands = ['start', 'finish-line', 'bump', 'reopen-line', 'recall', 'hand-over'] as const;
const steps = fc.array(fc.constantFrom<TicketCommand | 'undo' | 'withdraw'>(...lineCommands, 'undo', 'withdraw'), {
  maxLength: 12,
});
const tickets = fc.array(fc.record({ prepSeconds: fc.option(fc.integer({ min: 0, max: 3600 })) }), {
  minLength: 1,
  maxLength: 5,
});

/** A fired ticket on which everything may have been tried; a second goes by before each step. */
function afterSteps(some: readonly { prepSeconds: number | null }[], todo: readonly string[]) {
  const lines = some.map(({ prepSeconds }, index) => aLine({ id: `l${index}`, orderLineId: `o${index}`, prepSeconds }));
  const whole = { ticket: aTicket(), lines };
  fireLines([whole], () => true, { at: 1000, pace: 'together', stationOf: () => STATION });
  todo.forEach((step, index) => {
    const now = 2000 + index * 1000;
    if (step === 'undo') undoBump(lines, now, 30_000);
    else if (step === 'withdraw')
      lines.slice(0, 1).forEach((line) => withdrawLine(line, { now, by: 'Ada', reason: 'x' }));
    else moveLines(lines, step as TicketCommand, now);
  });
  deriveTicket(whole);
  return whole;
}

describe('a ticket, whatever was done to it', () => {
  it('is on the board exactly while somebody has something to do with it', () => {
    fc.assert(
      fc.property(tickets, steps, (some, todo) => {
        const { ticket, lines } = afterSteps(some, todo);
        const idle = (state: TicketLineState): boolean => ['ready', 'handed', 'cancelled'].includes(state);
        const toDo = lines.some(({ state }) => !idle(state)) || unacknowledged(lines).length > 0;
        expect(ticket.onBoard).toBe(toDo);
        expect(ticket.onBoard).toBe(isOnBoard({ state: ticket.state, awaits: awaitedBy({ ticket, lines }) }));
      }),
    );
  });

  it('has begun before it is ready, is ready before it is handed over, and keeps its first start', () => {
    fc.assert(
      fc.property(tickets, steps, (some, todo) => {
        const { ticket, lines } = afterSteps(some, todo);
        for (const { startedAt, readyAt, handedAt, state } of lines) {
          if (readyAt !== null) expect(startedAt).toBeLessThanOrEqual(readyAt);
          if (state === 'handed') expect(readyAt).toBeLessThanOrEqual(handedAt ?? 0);
          if (state === 'fired') expect(startedAt).toBeNull();
        }
        expect(ticket.startAt).toBe(1000);
      }),
    );
  });

  it('is after the undo of a bump as it was before', () => {
    fc.assert(
      fc.property(tickets, steps, (some, todo) => {
        const { lines } = afterSteps(some, todo);
        const before = lines.map((line) => ({ ...line, bumpedFrom: null }));
        const bumped = moveLines(lines, 'bump', 99_000);
        expect(undoBump(lines, 99_500, 30_000) || !bumped).toBe(true);
        if (bumped) expect(lines.map((line) => ({ ...line, bumpedFrom: null }))).toEqual(before);
      }),
    );
  });
});

describe('the allergies of a ticket', () => {
  it('must be read again when a dish comes with another one', () => {
    const whole = { ticket: aTicket(), lines: [aLine({ allergies: ['nuts'], state: 'fired' })] };
    deriveTicket(whole);
    expect(awaitedBy(whole)).toEqual(['allergy']);
    Object.assign(whole.ticket, { allergyAcknowledgedAt: 1, allergyAcknowledgedBy: 'Ada' });
    deriveTicket(whole);
    expect(awaitedBy(whole)).toEqual([]);
    whole.lines.push(aLine({ id: 'l2', allergies: ['fish'], state: 'fired' }));
    deriveTicket(whole);
    expect(whole.ticket.allergies).toEqual(['fish', 'nuts']);
    expect(awaitedBy(whole)).toEqual(['allergy']);
  });
});

describe('courses', () => {
  it('fire only what is wanted and held, at every station', () => {
    const grill = { ticket: aTicket('grill'), lines: [aLine({ course: 2, prepSeconds: 720 })] };
    const cold = {
      ticket: aTicket('cold'),
      lines: [aLine({ course: 1, prepSeconds: 60 }), aLine({ course: 2, prepSeconds: 180 })],
    };
    const times = { at: 0, pace: 'together' as const, stationOf: () => STATION };
    expect(fireLines([grill, cold], ({ course }) => course === 1, times)).toEqual([cold]);
    expect(fireLines([grill, cold], ({ course }) => course === 2, times)).toEqual([grill, cold]);
    expect(cold.lines.map(({ startAt }) => startAt)).toEqual([0, 540_000]);
    expect(fireLines([grill, cold], () => true, times)).toEqual([]);
    deriveTimes(cold, STATION);
    expect(cold.ticket).toMatchObject({ startAt: 0, dueAt: 720_000 });
  });
});

describe('what becomes of dishes that are not wanted any more', () => {
  const lines = [
    { id: 'meal', parentId: null },
    { id: 'cola', parentId: 'meal' },
  ];
  const withdrawn = (orderLineId: string, answer?: KitchenAnswer): KitchenLine => {
    const line = aLine({ orderLineId, state: 'started' });
    withdrawLine(line, { now: 0, by: 'Ada', reason: 'x', ...(answer ? { answer } : {}) });
    return line;
  };
  const outcome = (...parts: KitchenLine[]) =>
    outcomesOf(new Set(['meal']), lines, [{ ticket: aTicket(), lines: parts }]).get('meal');

  it('is known when all is said about all their parts: made when any was', () => {
    expect(outcome(withdrawn('meal'), withdrawn('cola', 'not-made'))).toBeUndefined();
    expect(outcome(withdrawn('meal', 'made'), withdrawn('cola', 'not-made'))).toBe('made');
    expect(outcome(withdrawn('meal', 'not-made'), withdrawn('cola', 'not-made'))).toBe('not-made');
    expect(outcome(aLine({ orderLineId: 'meal', state: 'handed' }))).toBeUndefined();
  });

  it('does not come from a line that is only wanted otherwise, but from one in whose place another dish came', () => {
    const old = { ...withdrawn('meal', 'made'), id: 'old' };
    expect(outcome(old, aLine({ id: 'new', orderLineId: 'meal', replaces: 'old' }))).toBeUndefined();
    expect(outcome(old, aLine({ id: 'new', orderLineId: 'other', replaces: 'old' }))).toBe('made');
  });
});
