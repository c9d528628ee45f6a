import { jest } from '@jest/globals';
import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { TicketView } from '@comanda/shared';
import { TicketFeed } from '../live/ticket-feed';
import { FeedDouble, logIn, provideKitchenDouble, settle } from '../testing/kitchen-double';
import { aTicket } from '../testing/ticket-builders';
import { Departures } from './departures';
import { TicketCommands } from './ticket-commands';

const BUMPED = aTicket({ version: 2, state: 'ready', readyAt: '2026-06-01T18:05:00Z' });
const BACK = aTicket({ version: 3, state: 'started', recalled: true });

describe('a bump on a busy machine, where news and drawing come late', () => {
  let http: HttpTestingController;
  let server: FeedDouble;
  let commands: TicketCommands;

  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
  const leaving = (): number => TestBed.inject(Departures).all().size;
  const onBoard = (): string[] =>
    TestBed.inject(TicketFeed)
      .onBoard()
      .map(({ id, version }) => `${id} v${version}`);
  const sent = (path: string) => http.expectOne(`/api/v1/tickets/t1/${path}`);
  const answer = async (path: string, ticket: TicketView): Promise<void> => {
    sent(path).flush(ticket);
    await settle(pass);
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    server = new FeedDouble();
    TestBed.configureTestingModule({
      providers: [...provideKitchenDouble(server), TicketFeed, Departures, TicketCommands],
    });
    http = logIn();
    commands = TestBed.inject(TicketCommands);
    TestBed.inject(TicketFeed).follow('grill');
    TestBed.tick();
    const board = { position: 10, at: new Date().toISOString(), tickets: [aTicket()] };
    http.expectOne((request) => request.url === '/api/v1/locations/loc/board').flush(board);
    await settle(pass);
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    localStorage.clear();
    jest.useRealTimers();
  });

  it('counts on what this screen has done itself, also where the card is not drawn anew yet', async () => {
    commands.start(aTicket());
    await settle(pass);
    await answer('start', aTicket({ version: 2, state: 'started' }));
    commands.bump(aTicket());
    await settle(pass);
    expect(sent('bump').request.headers.get('If-Match')).toBe('"2"');
  });

  it('that is refused is not taken back once more', async () => {
    commands.bump(aTicket());
    await settle(pass);
    void commands.recall(aTicket());
    sent('bump').flush({ code: 'version_mismatch' }, { status: 412, statusText: 'No' });
    await settle(pass);
    http.expectNone('/api/v1/tickets/t1/recall');
    expect([leaving(), [...commands.failures().keys()]]).toEqual([0, ['t1']]);
  });

  it('whose news come after its undo does not leave once more', async () => {
    commands.bump(aTicket());
    await settle(pass);
    await answer('bump', BUMPED);
    void commands.recallLast('grill');
    await settle(pass);
    await answer('recall', BACK);
    server.tell('ticket.ready', BUMPED, 'Cook');
    expect([leaving(), onBoard()]).toEqual([0, ['t1 v3']]);
  });
});
