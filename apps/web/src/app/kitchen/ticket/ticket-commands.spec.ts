import { jest } from '@jest/globals';
import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { BoardView, Role, TicketView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { TicketFeed } from '../live/ticket-feed';
import { FeedDouble, logIn, provideKitchenDouble, settle } from '../testing/kitchen-double';
import { aLine, aTicket } from '../testing/ticket-builders';
import { Outbox } from '../outbox/outbox';
import { Departures, UNDO_MS } from './departures';
import { TicketCommands } from './ticket-commands';

const TWO_LINES = [aLine({ id: 'l1' }), aLine({ id: 'l2', name: 'Tea' })];
const BUMPED = aTicket({ version: 2, state: 'ready', readyAt: '2026-06-01T18:05:00Z' });

describe('what a cook does with tickets', () => {
  let http: HttpTestingController;
  let server: FeedDouble;
  let feed: TicketFeed;
  let commands: TicketCommands;
  let departures: Departures;
  let outbox: Outbox;

  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
  const onBoard = (): string[] => feed.onBoard().map(({ id, version }) => `${id} v${version}`);
  const leaving = (): (string | null)[] => [...departures.all().values()].map(({ by }) => by);
  const reason = (): string => commands.failures().get('t1') ?? '';

  async function open(tickets: TicketView[] = [aTicket()], role: Role = 'kitchen'): Promise<void> {
    server = new FeedDouble();
    TestBed.configureTestingModule({
      providers: [...provideKitchenDouble(server), TicketFeed, Departures, TicketCommands],
    });
    http = logIn(role);
    feed = TestBed.inject(TicketFeed);
    departures = TestBed.inject(Departures);
    outbox = TestBed.inject(Outbox);
    commands = TestBed.inject(TicketCommands);
    feed.follow('grill');
    TestBed.tick();
    await answerBoard(10, tickets);
  }

  async function answerBoard(position: number, tickets: TicketView[]): Promise<void> {
    const board: BoardView = { position, at: new Date().toISOString(), tickets };
    http.expectOne((request) => request.url === '/api/v1/locations/loc/board').flush(board);
    await settle(pass);
  }

  const sent = (path: string): TestRequest => http.expectOne(`/api/v1/tickets/t1/${path}`);
  const answer = async (path: string, ticket: TicketView): Promise<void> => {
    sent(path).flush(ticket);
    await settle(pass);
  };
  const refuse = async (path: string, status: number, code: string): Promise<void> => {
    sent(path).flush({ code, detail: 'No.' }, { status, statusText: code });
    await settle(pass);
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    TestBed.resetTestingModule();
    localStorage.clear();
    jest.useRealTimers();
  });

  describe('the feed', () => {
    it('goes on where the picture ended, and leaves other stations out', async () => {
      await open();
      expect(server.urls).toEqual(['/api/v1/locations/loc/events/stream?after=10']);
      server.tell('ticket.fired', aTicket({ id: 't2' }));
      server.tell('ticket.fired', aTicket({ id: 't3', stationId: 'bar' }));
      expect(onBoard()).toEqual(['t1 v1', 't2 v1']);
    });

    it('fetches a new picture when something was missed, and hears again what came meanwhile', async () => {
      await open();
      server.tell('ticket.fired', aTicket({ id: 't3' }), 'guest', 1);
      TestBed.tick();
      expect(onBoard()).toEqual(['t1 v1']);
      await answerBoard(12, [aTicket(), aTicket({ id: 't2' }), aTicket({ id: 't3' })]);
      expect(onBoard()).toEqual(['t1 v1', 't2 v1', 't3 v1']);
      expect(server.urls.at(-1)).toContain('after=12');
    });

    it('takes a cancelled ticket until it is acknowledged', async () => {
      await open();
      server.tell('ticket.withdrawn', aTicket({ version: 2, state: 'cancelled' }));
      expect(onBoard()).toEqual(['t1 v2']);
      commands.acknowledge(aTicket({ version: 2, state: 'cancelled' }));
      await settle(pass);
      await answer('acknowledgement', aTicket({ version: 3, state: 'closed' }));
      expect(onBoard()).toEqual([]);
    });
  });

  describe('a bump', () => {
    it('shows at once, names the version it saw and frees the slot after four seconds', async () => {
      await open();
      commands.bump(aTicket());
      expect(leaving()).toEqual([null]);
      await settle(pass);
      const request = sent('bump');
      expect(request.request.headers.get('If-Match')).toBe('"1"');
      request.flush(BUMPED);
      await settle(pass);
      await pass(UNDO_MS - 100);
      expect(leaving()).toEqual([null]);
      await pass(200);
      expect(leaving()).toEqual([]);
      expect(onBoard()).toEqual([]);
    });

    it('is sent once, however often it is pressed', async () => {
      await open();
      commands.bump(aTicket());
      commands.bump(aTicket());
      await settle(pass);
      await answer('bump', BUMPED);
      http.expectNone('/api/v1/tickets/t1/bump');
    });

    it('keeps its slot as long as the server has not answered', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      await pass(UNDO_MS + 1000);
      expect(leaving()).toEqual([null]);
      await answer('bump', BUMPED);
      expect(leaving()).toEqual([]);
    });

    it('is taken back with the clock going on', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      await answer('bump', BUMPED);
      void commands.recallLast('grill');
      await settle(pass);
      await answer('recall', aTicket({ version: 3, state: 'started', recalled: true }));
      expect(leaving()).toEqual([]);
      expect(feed.onBoard()).toEqual([aTicket({ version: 3, state: 'started', recalled: true })]);
    });

    it('waits with the undo until the bump has arrived', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      void commands.recall(aTicket());
      await settle(pass);
      http.expectNone('/api/v1/tickets/t1/recall');
      await answer('bump', BUMPED);
      await answer('recall', aTicket({ version: 3, state: 'started', recalled: true }));
      expect(onBoard()).toEqual(['t1 v3']);
    });

    it('comes back with the reason when another cook has changed the ticket', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      await refuse('bump', 412, 'version_mismatch');
      expect(leaving()).toEqual([]);
      expect(onBoard()).toEqual(['t1 v1']);
      expect(reason()).toContain('Another cook changed this ticket');
      expect(TestBed.inject(Announcer).assertiveRegion()).toContain('Another cook');
      commands.bump(aTicket());
      expect(reason()).toBe('');
    });

    it('waits in the outbox while there is no server, gives its slot free, and is sent again under its key', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      const first = sent('bump');
      const key = first.request.headers.get('Idempotency-Key');
      first.error(new ProgressEvent('error'));
      await settle(pass);
      expect(outbox.waiting()).toMatchObject([{ key, ticketId: 't1', command: 'bump', seen: 1 }]);
      await pass(UNDO_MS);
      expect(leaving()).toEqual([]);
      const again = sent('bump');
      expect(again.request.headers.get('Idempotency-Key')).toBe(key);
      again.flush(BUMPED);
      await settle(pass);
      expect([outbox.count(), onBoard(), reason()]).toEqual([0, [], '']);
    });

    it('is not blamed when its first answer was lost and the second one says that it is done', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      sent('bump').error(new ProgressEvent('error'));
      await settle(pass);
      await pass(UNDO_MS);
      await refuse('bump', 412, 'version_mismatch');
      await answerBoard(12, []);
      expect([outbox.count(), reason()]).toEqual([0, '']);
    });

    it('that waits can be taken back: it is never sent', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      sent('bump').error(new ProgressEvent('error'));
      await settle(pass);
      void commands.recall(aTicket());
      await settle(pass);
      expect([outbox.count(), leaving(), onBoard()]).toEqual([0, [], ['t1 v1']]);
      http.expectNone('/api/v1/tickets/t1/bump');
      // Its lost answer may have been a yes, so that is undone; that it was a no is no failure.
      await refuse('recall', 409, 'invalid_transition');
      expect(reason()).toBe('');
    });

    it('outlives a reload', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      sent('bump').error(new ProgressEvent('error'));
      await settle(pass);
      TestBed.resetTestingModule();
      await open();
      expect(outbox.waiting()).toMatchObject([{ ticketId: 't1', command: 'bump' }]);
      const again = sent('bump');
      expect(again.request.headers.get('If-Match')).toBe('"1"');
      again.flush(BUMPED);
      await settle(pass);
      expect([outbox.count(), onBoard()]).toEqual([0, []]);
    });

    it('says that the order was cancelled meanwhile', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      server.tell('ticket.withdrawn', aTicket({ version: 2, state: 'cancelled' }));
      expect(leaving()).toEqual([]);
      await refuse('bump', 409, 'invalid_transition');
      expect(reason()).toContain('cancelled');
    });
  });

  describe('two cooks at one ticket', () => {
    it('see by whom it was bumped, and both can take it back', async () => {
      await open();
      server.tell('ticket.ready', BUMPED, 'Ana');
      expect(leaving()).toEqual(['Ana']);
      void commands.recall(BUMPED);
      await settle(pass);
      await answer('recall', aTicket({ version: 3, state: 'started', recalled: true }));
      expect(onBoard()).toEqual(['t1 v3']);
    });

    it('see who was quicker when both bump', async () => {
      await open();
      commands.bump(aTicket());
      await settle(pass);
      server.tell('ticket.ready', BUMPED, 'Ana');
      await answer('bump', BUMPED);
      expect(leaving()).toEqual(['Ana']);
    });

    it('see a ticket that the other recalled while the ring was running', async () => {
      await open();
      server.tell('ticket.ready', BUMPED, 'Ana');
      server.tell('ticket.recalled', aTicket({ version: 3, state: 'started', recalled: true }), 'Ana');
      expect(leaving()).toEqual([]);
      expect(onBoard()).toEqual(['t1 v3']);
    });

    it('read why a ticket cannot come back', async () => {
      await open();
      server.tell('ticket.ready', BUMPED, 'Ana');
      void commands.recall(BUMPED);
      await settle(pass);
      await refuse('recall', 409, 'invalid_transition');
      expect([...departures.all().values()][0]?.failure).toContain('bumped');
    });
  });

  describe('an item', () => {
    it('is struck at once and comes back when it fails', async () => {
      await open([aTicket({ lines: TWO_LINES })]);
      commands.finishLine(aTicket({ lines: TWO_LINES }), 'l1');
      expect([...commands.linesOnTheWay()]).toEqual(['l1']);
      expect(leaving()).toEqual([]);
      await settle(pass);
      await refuse('lines/l1/completion', 409, 'invalid_transition');
      expect(commands.linesOnTheWay().size).toBe(0);
      expect(reason()).not.toBe('');
    });

    it('bumps the ticket when it is the last one', async () => {
      const lines = [aLine({ id: 'l1', state: 'ready' }), aLine({ id: 'l2' })];
      await open([aTicket({ state: 'started', lines })]);
      commands.finishLine(aTicket({ state: 'started', lines }), 'l2');
      expect(leaving()).toEqual([null]);
      await settle(pass);
      await answer('lines/l2/completion', BUMPED);
      await pass(UNDO_MS);
      expect(leaving()).toEqual([]);
      expect(onBoard()).toEqual([]);
    });

    it('may be followed by a bump before its answer is there', async () => {
      await open([aTicket({ lines: TWO_LINES })]);
      commands.finishLine(aTicket({ lines: TWO_LINES }), 'l1');
      commands.bump(aTicket({ lines: TWO_LINES }));
      await settle(pass);
      const started = aTicket({ version: 2, state: 'started', lines: TWO_LINES });
      await answer('lines/l1/completion', started);
      const bump = sent('bump');
      expect(bump.request.headers.get('If-Match')).toBe('"2"');
      bump.flush({ ...BUMPED, version: 3 });
      await settle(pass);
      expect(leaving()).toEqual([null]);
    });
  });

  describe('recall', () => {
    it('fetches what was bumped before the screen was opened', async () => {
      await open([]);
      void commands.recallLast('grill');
      await settle(pass);
      const list = http.expectOne((request) => request.url === '/api/v1/locations/loc/recallable');
      list.flush({ position: 10, at: '2026-06-01T18:06:00Z', tickets: [BUMPED] });
      await settle(pass);
      await answer('recall', aTicket({ version: 3, state: 'started', recalled: true }));
      expect(onBoard()).toEqual(['t1 v3']);
    });

    it('takes the last bumped ticket first, then the one before', async () => {
      const older = aTicket({ id: 't0', version: 2, state: 'ready', readyAt: '2026-06-01T18:01:00Z' });
      await open([aTicket(), aTicket({ id: 't0' })]);
      server.tell('ticket.ready', older, 'Ana');
      server.tell('ticket.ready', BUMPED, 'Ana');
      void commands.recallLast('grill');
      void commands.recallLast('grill');
      await settle(pass);
      http.expectOne('/api/v1/tickets/t1/recall');
      http.expectOne('/api/v1/tickets/t0/recall');
    });
  });

  it('is nothing before the allergy is read, and nothing while the course is on hold', async () => {
    const unread = aTicket({ allergies: ['nuts'], awaits: ['allergy'] });
    const held = aTicket({ id: 't2', state: 'held' });
    await open([unread, held]);
    commands.bump(unread);
    commands.start(unread);
    commands.finishLine(unread, 'l1');
    commands.bump(held);
    await settle(pass);
    expect(reason()).toContain('Read the allergy first');
    expect(commands.failures().get('t2')).toContain('on hold');
    expect(outbox.count()).toBe(0);
    commands.acknowledgeAllergy(unread);
    await settle(pass);
    await answer('allergy-acknowledgement', { ...unread, version: 2, awaits: [] });
    commands.bump({ ...unread, version: 2, awaits: [] });
    await settle(pass);
    sent('bump');
  });

  it('tells the reason of what is made again', async () => {
    await open([]);
    commands.refire(BUMPED, 'l1', 'Dropped');
    await settle(pass);
    const refire = sent('lines/l1/refire');
    expect(refire.request.body).toEqual({ reason: 'Dropped' });
    refire.flush(aTicket({ version: 3, state: 'started' }));
    await settle(pass);
    expect(onBoard()).toEqual(['t1 v3']);
  });

  it('is nothing without the permission to cook', async () => {
    await open([aTicket()], 'waiter');
    commands.bump(aTicket());
    await settle(pass);
    http.expectNone('/api/v1/tickets/t1/bump');
    expect(reason()).toContain('Your role');
  });
});
