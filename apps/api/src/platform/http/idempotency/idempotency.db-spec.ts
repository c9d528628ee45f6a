import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../../test/test-database.js';
import { CountdownEntity } from '../../../menu/countdown.entity.js';
import { SCHEMA } from '../../../schema.js';
import { Clock } from '../../clock/index.js';
import { connectReader, Database, Transactions } from '../../database/index.js';
import type { Tx } from '../../database/index.js';
import { GUEST } from '../actor.js';
import { Idempotency, requireIdempotencyKey } from './idempotency.js';
import { DomainError } from '../domain-error.js';

describe('Idempotency', () => {
  let writer: DataSource;
  let idempotency: Idempotency;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const opened = await openTestDatabase();
    writer = opened.dataSource;
    const reader = await connectReader(writer, opened.settings, SCHEMA);
    idempotency = new Idempotency(new Database(reader), new Transactions(writer), new Clock());
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

  it('leaves the key free after a refusal', async () => {
    const refuse = () => Promise.reject(new DomainError('out_of_stock', 'None left.'));
    await expect(idempotency.once(request('d'.repeat(16)), refuse)).rejects.toThrow('None left.');
    expect((await idempotency.once(request('d'.repeat(16)), make)).replayed).toBe(false);
  });

  it.each([undefined, '', 'short', 'with a blank in it', 'x'.repeat(256), 'ünïcode-in-the-key'])(
    'refuses the key %p',
    (key) => expect(() => requireIdempotencyKey(key)).toThrow(DomainError),
  );
});
