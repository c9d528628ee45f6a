import { aTicket } from '../testing/ticket-builders';
import { lastHour } from './last-hour';

const now = Date.parse('2026-06-01T19:00:00Z');
const bumped = (startAt: string, readyAt: string) => aTicket({ startAt, readyAt, state: 'ready' });

describe('lastHour', () => {
  it('says how long the tickets took that were bumped within it', () => {
    const tickets = [
      bumped('2026-06-01T18:00:00Z', '2026-06-01T18:05:00Z'),
      bumped('2026-06-01T18:30:00Z', '2026-06-01T18:40:00Z'),
      bumped('2026-06-01T17:00:00Z', '2026-06-01T17:59:00Z'),
      aTicket(),
    ];
    expect(lastHour(tickets, now)).toBe('In the last hour 2 tickets, 7:30 on average.');
  });

  it('says nothing when there was none', () => {
    expect(lastHour([aTicket()], now)).toBeNull();
  });
});
