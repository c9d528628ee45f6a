import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../../test/test-database.js';
import { CountdownEntity } from '../../../menu/countdown.entity.js';
import { SCHEMA } from '../../../schema.js';
import { Clock } from '../../clock/index.js';
import { connectReader, Database, DIALECT, Transactions } from '../../database/index.js';
import type { Tx } from '../../database/index.js';
import { GUEST } from '../actor.js';
import { DomainError } from '../domain-error.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import { IdempotencySweeper } from './idempotency-sweeper.js';
import { Idempotency } from './idempotency.js';
import { requireIdempotencyKey } from './keyed-request.js';

const ITEM = { pointer: '/lines/0', code: 'sold_out', detail: 'It has sold out.' };

describe('Idempotency', () => {
  let writer: DataSource;
  let idempotency: Idempotency;
  /** Another process at the same database. */
  let elsewhere: Idempotency;
  let sweeper: IdempotencySweeper;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const opened = await openTestDatabase();
    writer = opened.dataSource;
    const reader = await connectReader(writer, opened.settings, SCHEMA);
    const transactions = new Transactions(writer);
    const keys = new IdempotencyKeyRepository(new Database(reader), new Clock());
    idempotency = new Idempotency(transactions, keys);
    elsewhere = new Idempotency(transactions, keys);
    sweeper = new IdempotencySweeper(transactions, keys, new Clock());
    close = async () => {
      if (reader !== writer) await reader.destroy();
      await opened.close();
    };
  });
  afterAll(() => close());

  const request = (key: string, body: unknown = { soup: 1 }) => ({
    actor: GUEST,
    key,
    method: 'POST',
    path: '/orders',
    body,
  });
  let made = 0;
  const make = async (tx: Tx) => {
    const targetId = `soup-${String(++made)}`;
    await tx.manager.insert(CountdownEntity, { locationId: 'casa', targetKind: 'item', targetId, remaining: 1 });
    return { status: 201, body: { targetId } };
  };
  const count = () => writer.manager.count(CountdownEntity);

  it('gives twenty rivals with one key the same answer and has one effect', async () => {
    const before = await count();
    const rivals = Array.from({ length: 20 }, () => idempotency.once(request('a'.repeat(16)), make));
    const answers = await Promise.all(rivals);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await count()).toBe(before + 1);
  });

  it('takes a body whose keys stand in another order for the same request', async () => {
    const first = await idempotency.once(request('b'.repeat(16), { a: 1, b: [2] }), make);
    const second = await idempotency.once(request('b'.repeat(16), { b: [2], a: 1 }), make);
    expect(second).toEqual({ ...first, headers: {}, replayed: true });
  });

  it('refuses the key for another request', async () => {
    await idempotency.once(request('c'.repeat(16)), make);
    await expect(idempotency.once(request('c'.repeat(16), { soup: 2 }), make)).rejects.toThrow(DomainError);
  });

  it('keeps a refusal for the moment as the answer', async () => {
    const refuse = () => Promise.reject(new DomainError('out_of_stock', 'None left.', [{ ...ITEM, limit: 0 }]));
    const first = await idempotency.once(request('d'.repeat(16)), refuse);
    expect(first).toMatchObject({ status: 409, replayed: false });
    const again = await elsewhere.once(request('d'.repeat(16)), make);
    expect(again).toEqual({ ...first, headers: {}, replayed: true });
  });

  it.each(['invalid_basket', 'forbidden', 'unauthenticated', 'too_many_requests', 'service_unavailable'] as const)(
    'leaves the key free after %s',
    async (code) => {
      const key = `free-after-${code}`.padEnd(16, '-');
      const fail = () => Promise.reject(new DomainError(code, 'Not so.'));
      await expect(idempotency.once(request(key), fail)).rejects.toMatchObject({ code });
      expect((await idempotency.once(request(key), make)).replayed).toBe(false);
    },
  );

  it('gives a replay only after a write of its own', async () => {
    const key = 'e'.repeat(16);
    for (let time = 0; time < 3; time++) await idempotency.once(request(key), make);
    const row = await writer.manager.findOneByOrFail(IdempotencyKeyEntity, { scope: 'guest', key });
    expect(row.replays).toBe(2);
  });

  it('has one effect when the same key comes to two processes', async () => {
    const before = await count();
    const rivals = [idempotency, elsewhere].flatMap((each) =>
      Array.from({ length: 10 }, () => each.once(request('f'.repeat(16)), make)),
    );
    const answers = await Promise.all(rivals);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('asks to come back while the first request is still at work', async () => {
    const key = 'g'.repeat(16);
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const first = idempotency.once(request(key), async (tx) => {
      begin();
      await slow;
      return make(tx);
    });
    await begun;
    // The embedded database lets one transaction in at a time, so there only this process can say so.
    const others = DIALECT === 'mysql' ? [idempotency, elsewhere] : [idempotency];
    const rivals = await Promise.allSettled(others.map((each) => each.once(request(key), make)));
    for (const rival of rivals) {
      expect(rival).toMatchObject({ status: 'rejected', reason: { code: 'idempotency_in_progress' } });
    }
    finish();
    const answer = await first;
    expect(await idempotency.once(request(key), make)).toMatchObject({ body: answer.body, replayed: true });
  });

  it('forgets keys after thirty days', async () => {
    const old = { scope: 'guest', fingerprint: 'x', status: 201, headers: {}, body: {}, replays: 0 };
    const day = 86_400_000;
    for (const age of [29, 31, 400]) {
      const createdAt = Date.now() - age * day;
      await writer.manager.insert(IdempotencyKeyEntity, { ...old, key: `aged-${String(age)}-days`, createdAt });
    }
    await sweeper.sweep();
    const left = await writer.manager.findBy(IdempotencyKeyEntity, { fingerprint: 'x' });
    expect(left.map(({ key }) => key)).toEqual(['aged-29-days']);
  });

  it.each([undefined, '', 'short', 'with a blank in it', 'x'.repeat(256), 'ünïcode-in-the-key'])(
    'refuses the key %p',
    (key) => expect(() => requireIdempotencyKey(key)).toThrow(DomainError),
  );
});
