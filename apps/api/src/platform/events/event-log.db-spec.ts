import { openTestDatabase } from '../../../test/test-database.js';
import { Clock } from '../clock/index.js';
import { Database, Transactions } from '../database/index.js';
import { EventReader } from './event.repository.js';
import { EventLog, FeedNews } from './index.js';

const CASA = 'casa';
const VILLA = 'villa';
const BAR = 'bar';

describe('the log of events', () => {
  let transactions: Transactions;
  let reader: EventReader;
  let close: () => Promise<void>;
  const log = new EventLog(new Clock(), new FeedNews());
  const seqs = new Map<string, number>();

  beforeAll(async () => {
    const { dataSource, close: closeDatabase } = await openTestDatabase();
    transactions = new Transactions(dataSource);
    reader = new EventReader(new Database(dataSource));
    close = closeDatabase;
  });
  afterAll(() => close());

  /** One event for each restaurant named, about a subject of its own, all in one transaction. */
  const write = (...locationIds: string[]): Promise<void> =>
    transactions.run(async (tx) => {
      for (const locationId of locationIds) {
        const seq = (seqs.get(locationId) ?? 0) + 1;
        seqs.set(locationId, seq);
        const subject = { kind: 'location', id: locationId } as const;
        log.append(tx, { locationId, subject, seq, type: 'location.changed', actor: 'system', data: { seq } });
      }
    });

  const feedOf = async (locationId: string): Promise<unknown[]> =>
    (await reader.listAfter(locationId, 0, 100)).map(({ position, seq, data }) => [position, seq, data['seq']]);
  const countingTo = (last: number): number[][] => Array.from({ length: last }, (_, at) => [at + 1, at + 1, at + 1]);

  it('gives each restaurant its own positions without gaps, in the order in which things happened', async () => {
    await write(CASA);
    await write(VILLA, CASA, VILLA, BAR, CASA);
    await write(BAR);
    expect(await feedOf(CASA)).toEqual(countingTo(3));
    expect(await feedOf(VILLA)).toEqual(countingTo(2));
    expect(await feedOf(BAR)).toEqual(countingTo(2));
    expect(await Promise.all([CASA, VILLA, BAR].map((each) => reader.position(each)))).toEqual([3, 2, 2]);
  });

  it('leaves no gap where a transaction was taken back, nor where many write at once', async () => {
    const refused = transactions.run((tx) => {
      const subject = { kind: 'location', id: 'nowhere' } as const;
      for (const locationId of [CASA, VILLA]) {
        log.append(tx, { locationId, subject, seq: 1, type: 'location.changed', actor: 'system', data: {} });
      }
      return Promise.reject(new Error('refused'));
    });
    await expect(refused).rejects.toThrow('refused');
    await Promise.all(Array.from({ length: 12 }, () => write(BAR, VILLA, CASA)));
    for (const [locationId, last] of [[CASA, 15] as const, [VILLA, 14] as const, [BAR, 14] as const]) {
      expect((await feedOf(locationId)).map((each) => (each as number[])[0])).toEqual(
        Array.from({ length: last }, (_, at) => at + 1),
      );
    }
  });
});
