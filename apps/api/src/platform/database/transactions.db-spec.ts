import { Like } from 'typeorm';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/test-database.js';
import { CountdownEntity } from '../../menu/countdown.entity.js';
import { Clock } from '../clock/index.js';
import { EventLog, EventReader, FeedNews } from '../events/index.js';
import type { Fact } from '../events/index.js';
import { connectReader, Database, Transactions } from './index.js';
import type { Tx } from './index.js';
import { SCHEMA } from '../../schema.js';

const FACT: Fact = {
  locationId: 'casa',
  subject: { kind: 'location', id: 'casa' },
  seq: 1,
  type: 'location.changed',
  actor: 'system',
  data: { reason: 'test' },
};

describe('Transactions', () => {
  let dataSource: DataSource;
  let reader: DataSource;
  let close: () => Promise<void>;
  let transactions: Transactions;
  let news: FeedNews;
  let log: EventLog;
  let events: EventReader;

  beforeAll(async () => {
    const opened = await openTestDatabase();
    ({ dataSource } = opened);
    reader = await connectReader(dataSource, opened.settings, SCHEMA);
    close = async () => {
      if (reader !== dataSource) await reader.destroy();
      await opened.close();
    };
    transactions = new Transactions(dataSource);
    news = new FeedNews();
    log = new EventLog(new Clock(), news);
    events = new EventReader(new Database(reader));
  });
  afterAll(() => close());

  const countdown = (remaining: number) => ({
    locationId: 'casa',
    targetKind: 'item' as const,
    targetId: 'soup',
    remaining,
  });

  it('keeps what one transaction wrote when another beside it fails', async () => {
    await transactions.run((tx) => tx.manager.insert(CountdownEntity, countdown(5)));
    const failing = transactions.run(async (tx) => {
      await tx.manager.update(CountdownEntity, { targetId: 'soup' }, { remaining: 99 });
      throw new Error('changed my mind');
    });
    const writing = transactions.run((tx) => tx.manager.insert(CountdownEntity, { ...countdown(7), targetId: 'stew' }));
    const [failed, written] = await Promise.allSettled([failing, writing]);
    expect([failed.status, written.status]).toEqual(['rejected', 'fulfilled']);
    const rows = await reader.manager.find(CountdownEntity, { order: { targetId: 'ASC' } });
    expect(rows.map((row) => [row.targetId, row.remaining])).toEqual([
      ['soup', 5],
      ['stew', 7],
    ]);
  });

  it('shows nothing to readers before the commit', async () => {
    await transactions.run(async (tx) => {
      await tx.manager.insert(CountdownEntity, { ...countdown(1), targetId: 'tart' });
      expect(await reader.manager.countBy(CountdownEntity, { targetId: 'tart' })).toBe(0);
    });
    expect(await reader.manager.countBy(CountdownEntity, { targetId: 'tart' })).toBe(1);
  });

  it('sells exactly five portions to twenty rivals', async () => {
    const take = () =>
      transactions.run(async (tx) => {
        const sold = await tx.manager
          .createQueryBuilder()
          .update(CountdownEntity)
          .set({ remaining: () => 'remaining - 1' })
          .where('targetId = :id AND remaining >= 1', { id: 'soup' })
          .execute();
        return sold.affected === 1;
      });
    const answers = await Promise.all(Array.from({ length: 20 }, take));
    expect(answers.filter(Boolean)).toHaveLength(5);
    expect((await reader.manager.findOneByOrFail(CountdownEntity, { targetId: 'soup' })).remaining).toBe(0);
  });

  it('runs the whole unit again after a deadlock, but no longer than it may', async () => {
    const deadlock = Object.assign(new Error('deadlock'), { code: 'ER_LOCK_DEADLOCK' });
    let runs = 0;
    const unlucky = (times: number) => async (tx: Tx) => {
      runs += 1;
      await tx.manager.insert(CountdownEntity, { ...countdown(1), targetId: `run-${String(runs)}` });
      if (runs <= times) throw deadlock;
    };
    await transactions.run(unlucky(2));
    expect(runs).toBe(3);
    const kept = await reader.manager.find(CountdownEntity, { where: { targetId: Like('run-%') } });
    expect(kept.map(({ targetId }) => targetId)).toEqual(['run-3']);
    runs = 10;
    await expect(transactions.run(unlucky(99), 0)).rejects.toBe(deadlock);
    expect(runs).toBe(11);
  });

  it('keeps nothing when a statement that travels with the commit is refused', async () => {
    const twice = transactions.run(async (tx) => {
      await tx.manager.insert(CountdownEntity, { ...countdown(3), targetId: 'first' });
      tx.insert(CountdownEntity, [{ ...countdown(4), targetId: 'second' }]);
      tx.write(...tx.table(CountdownEntity).insert([{ ...countdown(5), targetId: 'first' }]));
    });
    await expect(twice).rejects.toThrow();
    expect(await reader.manager.countBy(CountdownEntity, { targetId: 'first' })).toBe(0);
    expect(await reader.manager.countBy(CountdownEntity, { targetId: 'second' })).toBe(0);
    await transactions.run((tx) =>
      Promise.resolve(tx.insert(CountdownEntity, [{ ...countdown(6), targetId: 'second' }])),
    );
    expect(await reader.manager.countBy(CountdownEntity, { targetId: 'second' })).toBe(1);
  });

  it('refuses to run inside itself', async () => {
    await expect(transactions.run(() => transactions.run(() => Promise.resolve(1)))).rejects.toThrow(/pass its tx on/);
  });

  it('numbers the facts of rivals without a gap, and tells of them after the commit', async () => {
    let told = 0;
    const stop = news.listen('casa', () => told++);
    const record = (seq: number) =>
      transactions.run((tx) =>
        Promise.resolve(log.append(tx, { ...FACT, subject: { kind: 'order', id: `o${String(seq)}` } })),
      );
    await Promise.all(Array.from({ length: 12 }, (_, index) => record(index + 1)));
    stop();
    expect(told).toBe(12);
    const positions = (await events.listAfter('casa', 0, 100)).map((event) => event.position);
    expect(positions).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(await events.position('casa')).toBe(12);
  });

  it('forgets the facts of a transaction that was rolled back', async () => {
    const before = await events.position('casa');
    const failing = transactions.run((tx) => {
      log.append(tx, { ...FACT, subject: { kind: 'order', id: 'never' } });
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(await events.position('casa')).toBe(before);
  });
});
