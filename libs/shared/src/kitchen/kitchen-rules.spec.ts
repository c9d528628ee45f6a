import fc from 'fast-check';
import { TICKET_COMMANDS, TICKET_LINE_STATES, type TicketLineState } from './kitchen-state.js';
import { mergeTicket } from './merge-ticket.js';
import { ticketAge } from './ticket-age.js';
import { isOnBoard, nextTicketLineState, slowestState, ticketStateOf } from './ticket-transitions.js';

const lineStates = fc.array(fc.constantFrom<TicketLineState>(...TICKET_LINE_STATES), { minLength: 1, maxLength: 8 });

describe('ticket lines', () => {
  it.each([
    ['fired', 'start', 'started'],
    ['fired', 'finish-line', 'ready'],
    ['fired', 'bump', 'ready'],
    ['started', 'finish-line', 'ready'],
    ['started', 'bump', 'ready'],
    ['ready', 'recall', 'started'],
    ['ready', 'hand-over', 'handed'],
    ['started', 'withdraw', 'cancelled'],
    ['ready', 'withdraw', 'cancelled'],
    ['cancelled', 'acknowledge', 'cancelled'],
    ['held', 'fire', 'fired'],
    ['held', 'start', undefined],
    ['held', 'bump', undefined],
    ['ready', 'reopen-line', 'started'],
    ['handed', 'recall', 'started'],
    ['handed', 'reopen-line', undefined],
    ['handed', 'withdraw', undefined],
    ['started', 'start', undefined],
    ['cancelled', 'start', undefined],
    ['started', 'hand-over', undefined],
  ] as const)('in state %s answer %s with %s', (state, command, next) => {
    expect(nextTicketLineState(state, command)).toBe(next);
  });

  it('never come back to life once cancelled', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TICKET_COMMANDS)), (commands) => {
        const end = commands.reduce<TicketLineState>(
          (state, each) => nextTicketLineState(state, each) ?? state,
          'cancelled',
        );
        expect(end).toBe('cancelled');
      }),
    );
  });

  it('are made only after they were fired', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TICKET_COMMANDS.filter((each) => each !== 'fire'))), (commands) => {
        const end = commands.reduce<TicketLineState>(
          (state, each) => nextTicketLineState(state, each) ?? state,
          'held',
        );
        expect(['held', 'cancelled']).toContain(end);
      }),
    );
  });
});

describe('ticketStateOf', () => {
  it.each([
    ['fired', ['fired', 'fired']],
    ['fired', ['held', 'fired']],
    ['started', ['fired', 'started']],
    ['started', ['fired', 'ready']],
    ['held', ['held', 'held']],
    ['held', ['ready', 'held', 'handed']],
    ['started', ['ready', 'held', 'fired']],
    ['ready', ['ready', 'ready']],
    ['ready', ['ready', 'handed']],
    ['ready', ['ready', 'cancelled']],
    ['handed', ['handed', 'cancelled']],
    ['cancelled', ['cancelled', 'cancelled']],
    ['closed', []],
  ] as const)('is %s for %j', (state, lines) => {
    expect(ticketStateOf(lines)).toBe(state);
  });

  it('is closed when the cook has acknowledged the cancellation', () => {
    expect(ticketStateOf(['cancelled'], { acknowledged: true })).toBe('closed');
    expect(ticketStateOf(['started', 'cancelled'], { acknowledged: true })).toBe('started');
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(lineStates, (states) => {
        expect(ticketStateOf([...states].reverse())).toBe(ticketStateOf(states));
      }),
    );
  });
});

describe('slowestState', () => {
  it.each([
    ['fired', ['ready', 'fired', 'started']],
    ['ready', ['ready', 'handed', 'cancelled']],
    ['cancelled', ['cancelled']],
    ['held', []],
  ] as const)('is %s for %j', (state, states) => {
    expect(slowestState(states)).toBe(state);
  });

  it('is one of the states', () => {
    fc.assert(fc.property(lineStates, (states) => expect(states).toContain(slowestState(states))));
  });
});

describe('isOnBoard', () => {
  it.each([
    ['held', [], true],
    ['started', [], true],
    ['cancelled', ['change'], true],
    ['ready', [], false],
    ['ready', ['change'], true],
    ['handed', [], false],
    ['closed', [], false],
  ] as const)('a ticket that is %s and awaits %j: %s', (state, awaits, expected) => {
    expect(isOnBoard({ state, awaits })).toBe(expected);
  });
});

describe('ticketAge', () => {
  const ticket = {
    startAt: '2026-06-01T18:00:00Z',
    dueSoonAt: '2026-06-01T18:15:00Z',
    dueAt: '2026-06-01T18:20:00Z',
  };
  const at = (clock: string): number => Date.parse(`2026-06-01T${clock}Z`);

  it.each([
    ['18:00:00', 0, 'normal'],
    ['18:14:59', 899, 'normal'],
    ['18:15:00', 900, 'due-soon'],
    ['18:19:59', 1199, 'due-soon'],
    ['18:20:00', 1200, 'late'],
    ['19:00:00', 3600, 'late'],
    ['17:59:00', 0, 'normal'],
  ])('at %s is %i seconds and %s', (clock, elapsedSeconds, level) => {
    expect(ticketAge(ticket, at(clock))).toEqual({ elapsedSeconds, level });
  });

  it('stops while the ticket is ready and goes on from the first fire when it is recalled', () => {
    const bumped = { ...ticket, state: 'ready', readyAt: '2026-06-01T18:10:00Z' } as const;
    expect(ticketAge(bumped, at('18:30:00'))).toEqual({ elapsedSeconds: 600, level: 'normal' });
    expect(ticketAge({ ...bumped, state: 'started' }, at('18:30:00'))).toEqual({ elapsedSeconds: 1800, level: 'late' });
  });
});

describe('mergeTicket', () => {
  it('takes the first picture, then only newer ones', () => {
    const [old, now] = [{ version: 3 }, { version: 4 }];
    expect(mergeTicket(undefined, old)).toBe(old);
    expect(mergeTicket(old, now)).toBe(now);
    expect(mergeTicket(now, old)).toBe(now);
    expect(mergeTicket(now, { version: 4 })).toBe(now);
  });
});
