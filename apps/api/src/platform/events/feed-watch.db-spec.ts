import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/test-database.js';
import { SCHEMA } from '../../schema.js';
import { Clock } from '../clock/index.js';
import { connectReader, Database, Transactions } from '../database/index.js';
import { FeedWatch } from './feed-watch.js';
import { EventLog, FeedNews } from './index.js';

describe('a process beside another on one database', () => {
  let here: FeedNews;
  let elsewhere: EventLog;
  let watch: FeedWatch;
  let transactions: Transactions;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const { dataSource, settings, close: closeWriter } = await openTestDatabase();
    const reader: DataSource = await connectReader(dataSource, settings, SCHEMA);
    transactions = new Transactions(dataSource);
    here = new FeedNews();
    elsewhere = new EventLog(new Clock(), new FeedNews());
    watch = new FeedWatch(new Database(reader), here);
    watch.onApplicationBootstrap();
    close = async () => {
      watch.onModuleDestroy();
      if (reader !== dataSource) await reader.destroy();
      await closeWriter();
    };
  });
  afterAll(() => close());

  const writeElsewhere = (locationId: string, seq: number) => {
    const fact = { locationId, seq, type: 'location.changed', actor: 'system', data: {} } as const;
    const subject = { kind: 'location', id: locationId } as const;
    return transactions.run((tx) => Promise.resolve(elsewhere.append(tx, { ...fact, subject })));
  };

  it('notices within a second what the other wrote, though nobody told it', async () => {
    const heard = new Promise<void>((resolve) => here.listen('casa', resolve));
    await writeElsewhere('casa', 1);
    const written = performance.now();
    await heard;
    expect(performance.now() - written).toBeLessThan(1000);
  });

  it('is told of no other restaurant than the one it waits for, and of nothing twice', async () => {
    let told = 0;
    await sleep(800);
    const stop = here.listen('villa', () => told++);
    await writeElsewhere('casa', 2);
    await sleep(800);
    expect(told).toBe(0);
    await writeElsewhere('villa', 1);
    await sleep(1600);
    expect(told).toBe(1);
    stop();
    expect(here.awaited()).toEqual(['casa']);
  });
});
