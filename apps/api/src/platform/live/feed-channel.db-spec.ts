import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventView } from '@comanda/shared';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/test-database.js';
import { SCHEMA } from '../../schema.js';
import { Clock } from '../clock/index.js';
import { connectReader, Database, Transactions } from '../database/index.js';
import { EventLog, EventReader, FeedNews } from '../events/index.js';
import { FeedChannel } from './feed-channel.js';
import { tellAlike } from './live-message.js';
import { LiveReader } from './live-reader.js';

class CountingReader extends EventReader {
  reads = 0;
  override listAfter(...args: Parameters<EventReader['listAfter']>): Promise<EventView[]> {
    this.reads += 1;
    return super.listAfter(...args);
  }
}

const LOCATION = 'casa';
const TELL = tellAlike('all', ({ position, type, data }) => ({ id: position, event: type, data }));

let transactions: Transactions;
let log: EventLog;
let news: FeedNews;
let events: CountingReader;
let close: () => Promise<void>;
let seq = 0;

beforeAll(async () => {
  const { dataSource, settings, close: closeWriter } = await openTestDatabase();
  const reader: DataSource = await connectReader(dataSource, settings, SCHEMA);
  transactions = new Transactions(dataSource);
  news = new FeedNews();
  log = new EventLog(new Clock(), news);
  events = new CountingReader(new Database(reader));
  close = async () => {
    if (reader !== dataSource) await reader.destroy();
    await closeWriter();
  };
});
afterAll(() => close());

const fact = (data: Record<string, unknown> = {}) => {
  const subject = { kind: 'location', id: LOCATION } as const;
  return { locationId: LOCATION, subject, seq: ++seq, type: 'location.changed', actor: 'system', data } as const;
};
const happen = (data?: Record<string, unknown>) =>
  transactions.run((tx) => Promise.resolve(log.append(tx, fact(data))));

/** A stream whose other end reads along, or never reads. */
function aStream({ reads }: { reads: boolean }) {
  const out = new PassThrough();
  const heard: number[] = [];
  if (reads) {
    out.setEncoding('utf8').on('data', (text: string) => {
      for (const [, id] of text.matchAll(/^id: (\d+)$/gm)) heard.push(Number(id));
    });
  }
  return { heard, out: out as unknown as ServerResponse };
}

async function until(holds: () => boolean): Promise<void> {
  for (let patience = 200; !holds() && patience > 0; patience--) await sleep(10);
  expect(holds()).toBe(true);
}

describe('those who follow one feed', () => {
  it('hear every event once and in order, wherever they begin', async () => {
    for (let count = 0; count < 5; count++) await happen();
    const channel = new FeedChannel(LOCATION, events, news);
    const [old, late] = [aStream({ reads: true }), aStream({ reads: true })];
    await channel.join(new LiveReader(old.out, TELL, 0));
    await Promise.all([happen(), channel.join(new LiveReader(late.out, TELL, 3)), happen()]);
    await until(() => old.heard.length >= 7 && late.heard.length >= 4);
    expect([old.heard, late.heard]).toEqual([
      [1, 2, 3, 4, 5, 6, 7],
      [4, 5, 6, 7],
    ]);
    channel.close();
  });

  it('share one read of each event, and one who comes back soon needs none', async () => {
    const channel = new FeedChannel(LOCATION, events, news);
    const streams = Array.from({ length: 50 }, () => aStream({ reads: true }));
    const end = await events.position(LOCATION);
    for (const { out } of streams) await channel.join(new LiveReader(out, TELL, end));
    await sleep(50);
    events.reads = 0;
    await happen();
    await until(() => streams.every(({ heard }) => heard.length === 1));
    expect(events.reads).toBe(1);
    const back = aStream({ reads: true });
    await channel.join(new LiveReader(back.out, TELL, end));
    await until(() => back.heard.length === 1);
    expect(events.reads).toBe(1);
    channel.close();
  });

  it('leave the process to others between the pages of a long past', async () => {
    await transactions.run((tx) => {
      for (let count = 0; count < 1000; count++) log.append(tx, fact());
      return Promise.resolve();
    });
    const channel = new FeedChannel(LOCATION, events, news);
    const { out, heard } = aStream({ reads: true });
    let turns = 0;
    let ended = false;
    const others = (): void => {
      turns += 1;
      if (!ended) setImmediate(others);
    };
    setImmediate(others);
    await channel.join(new LiveReader(out, TELL, 0));
    ended = true;
    await until(() => heard.length >= 1000);
    expect(turns).toBeGreaterThanOrEqual(3);
    channel.close();
  });

  it('are not held up by one who does not read: that one is cut off', async () => {
    const channel = new FeedChannel(LOCATION, events, news);
    const [slow, quick] = [aStream({ reads: false }), aStream({ reads: true })];
    const end = await events.position(LOCATION);
    for (const { out } of [slow, quick]) await channel.join(new LiveReader(out, TELL, end));
    for (let count = 0; count < 24; count++) await happen({ note: 'x'.repeat(50_000) });
    await until(() => quick.heard.length === 24);
    expect([slow.out.destroyed, quick.out.destroyed]).toEqual([true, false]);
    channel.close();
  });
});
