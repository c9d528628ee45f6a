import type { PlaceOrderRequest, PlacedOrderView } from '@comanda/shared';
import { CountdownEntity } from '../../menu/countdown.entity.js';
import { CommitOutcomeUnknown, Database, Transactions } from '../../platform/database/index.js';
import { EventReader } from '../../platform/events/index.js';
import { DomainError, GUEST } from '../../platform/http/index.js';
import type { KeyedAnswer, Staff } from '../../platform/http/index.js';
import { Demo } from '../../demo/index.js';
import { AvailabilityStore, MenuStore } from '../../menu/index.js';
import { startTestApp } from '../../../test/test-app.js';
import type { TestApp } from '../../../test/test-app.js';
import { OrderEntity } from '../order.entity.js';
import type { Placement } from './placement.js';
import { PlacingBatch } from './placing-batch.js';
import type { Outcome } from './placing-batch.js';
import { PlacingLane } from './placing-lane.js';

let running: TestApp;
let locationId: string;
let dish: { itemId: string };
let keys = 0;

beforeAll(async () => {
  running = await startTestApp();
  locationId = (await running.app.get(Demo).seed())?.locationId ?? '';
  const { document, index } = await running.app.get(MenuStore).current(locationId);
  const plain = document.items.find(
    ({ modifierGroupIds, variants, onlyAsOption }) =>
      variants.length === 1 && !onlyAsOption && !modifierGroupIds.some((id) => (index.groups.get(id)?.min ?? 0) > 0),
  );
  dish = { itemId: plain?.id ?? '' };
});
afterAll(() => running.close());

const WAITER: Staff = { kind: 'staff', id: 'ana', name: 'Ana', role: 'waiter', locationId: 'here' };

function aPlacement(extra: Partial<PlaceOrderRequest> = {}, rest: Partial<Placement> = {}): Placement {
  const request: PlaceOrderRequest = { fulfilment: { type: 'pickup' }, lines: [{ ...dish, quantity: 1 }], ...extra };
  const keyed = { scope: 'guest', key: `key-${String(++keys)}`, fingerprint: 'asked' };
  return { actor: GUEST, locationId, request, keyed, ...rest };
}

const together = (placements: readonly Placement[]): Promise<Outcome[]> =>
  running.app.get(Transactions).run((tx) => running.app.get(PlacingBatch).place(tx, placements));
const outcomeOf = (outcome: Outcome): unknown =>
  outcome instanceof DomainError ? outcome.code : [outcome.status, outcome.replayed];
const viewOf = (outcome: Outcome | undefined) => (outcome as KeyedAnswer).body as PlacedOrderView;
const countDown = (remaining: number) =>
  running.app
    .get(Transactions)
    .run((tx) =>
      running.app
        .get(AvailabilityStore)
        .setCountdown(tx, locationId, { kind: 'item', id: dish.itemId }, remaining, 'Ana'),
    );
const left = async () =>
  (await running.app.get(Database).reader.findOneByOrFail(CountdownEntity, { locationId, targetId: dish.itemId }))
    .remaining;

describe('orders that are placed together', () => {
  it('are each taken or refused for themselves', async () => {
    const first = aPlacement();
    await together([first]);
    const outcomes = await together([
      aPlacement(),
      aPlacement({ lines: [{ itemId: 'nothing', quantity: 1 }] }),
      aPlacement({}, { locationId: 'nowhere' }),
      first,
      aPlacement({}, { keyed: { ...first.keyed, key: first.keyed.key, fingerprint: 'something else' } }),
      aPlacement({ expectedTotalMinor: 1 }),
      aPlacement({ placedAt: '2026-01-01T12:00:00Z' }),
      aPlacement(),
    ]);
    expect(outcomes.map(outcomeOf)).toEqual([
      [201, false],
      'invalid_basket',
      'not_found',
      [201, true],
      'idempotency_key_reused',
      [409, false],
      'forbidden',
      [201, false],
    ]);
    const numbers = [outcomes[0], outcomes[7]].map((outcome) => viewOf(outcome).number);
    expect(numbers).toEqual([viewOf(outcomes[3]).number + 1, viewOf(outcomes[3]).number + 2]);
  });

  it('share the portions that are left, the first come first', async () => {
    await countDown(3);
    const two = { lines: [{ ...dish, quantity: 2 }] };
    const outcomes = await together([aPlacement(two), aPlacement(two), aPlacement(), aPlacement()]);
    expect(outcomes.map((outcome) => (outcome as KeyedAnswer).status)).toEqual([201, 409, 201, 409]);
    expect(await left()).toBe(0);
    expect(outcomeOf((await together([aPlacement()]))[0] as Outcome)).toEqual([409, false]);
    await countDown(100_000);
    expect(outcomeOf((await together([aPlacement()]))[0] as Outcome)).toEqual([201, false]);
    expect(await left()).toBe(99_999);
  });

  it('tell of each order by itself, and of the portions once', async () => {
    const events = running.app.get(EventReader);
    const before = await events.position(locationId);
    const outcomes = await together([aPlacement(), aPlacement(), aPlacement()]);
    const facts = await events.listAfter(locationId, before, 100);
    expect(facts.filter(({ type }) => type === 'availability.changed')).toHaveLength(1);
    for (const outcome of outcomes) {
      const own = await events.listOfSubject('order', viewOf(outcome).id);
      expect(own.map(({ type }) => type)).toEqual(['order.placed', 'order.accepted', 'order.fired', 'ticket.fired']);
      expect(own.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    }
  });

  it('may have an external id once', async () => {
    const till = { externalId: 'till-1' };
    const outcomes = await together([aPlacement(till, { actor: WAITER }), aPlacement(till, { actor: WAITER })]);
    expect(outcomes.map((outcome) => (outcome as KeyedAnswer).status)).toEqual([201, 409]);
  });

  it('fall on their own business day, each with its own numbers', async () => {
    const takeover = { actor: { ...WAITER, role: 'admin' as const } };
    const past = (placedAt: string) => aPlacement({ placedAt }, takeover);
    const outcomes = await together([
      past('2024-05-01T12:00:00Z'),
      past('2024-05-02T12:00:00Z'),
      past('2024-05-01T13:00:00Z'),
    ]);
    expect(outcomes.map(viewOf).map(({ businessDate, number }) => [businessDate, number])).toEqual([
      ['2024-05-01', 1],
      ['2024-05-02', 1],
      ['2024-05-01', 2],
    ]);
  });
});

describe('the lane of orders', () => {
  const lane = () => running.app.get(PlacingLane);
  const count = () => running.app.get(Database).reader.countBy(OrderEntity, { locationId });

  it('writes all the same when one of them cannot be written', async () => {
    const before = await count();
    const unwritable = aPlacement({ guest: { name: 1n as unknown as string } });
    const rivals = [aPlacement(), aPlacement(), unwritable, aPlacement()];
    const outcomes = await Promise.allSettled(rivals.map((each) => lane().place(each)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await count()).toBe(before + 3);
  });

  it('asks again when the answer to the commit was lost, and has one effect', async () => {
    const before = await count();
    const transactions = running.app.get(Transactions);
    const losesAnswers = {
      lost: false,
      async run<T>(work: Parameters<typeof transactions.run<T>>[0]): Promise<T> {
        const result = await transactions.run(work);
        if (this.lost) return result;
        this.lost = true;
        throw new CommitOutcomeUnknown(undefined);
      },
    };
    const unlucky = new PlacingLane(losesAnswers as unknown as Transactions, running.app.get(PlacingBatch));
    expect(outcomeOf(await unlucky.place(aPlacement()))).toEqual([201, true]);
    expect(await count()).toBe(before + 1);
  });

  it('tells all who wait when the outcome stays unknown, instead of trying one after the other', async () => {
    let runs = 0;
    const hanging = {
      run(): Promise<never> {
        runs += 1;
        return Promise.reject(new CommitOutcomeUnknown(undefined));
      },
    };
    const unlucky = new PlacingLane(hanging as unknown as Transactions, running.app.get(PlacingBatch));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => unlucky.place(aPlacement())));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    // The first alone, the others together; each asks once more.
    expect(runs).toBe(4);
  });

  it('refuses those who have waited too long, instead of letting them wait longer', async () => {
    let release: () => void = () => undefined;
    let runs = 0;
    const stuck = {
      run(): Promise<never> {
        runs += 1;
        return new Promise((_resolve, reject) => (release = () => reject(new CommitOutcomeUnknown(undefined))));
      },
    };
    const slow = new PlacingLane(stuck as unknown as Transactions, running.app.get(PlacingBatch));
    const both = Promise.allSettled([slow.place(aPlacement()), slow.place(aPlacement())]);
    const late = performance.now() + 2500;
    const now = performance.now.bind(performance);
    performance.now = () => late;
    release();
    const [, waiting] = await both.finally(() => (performance.now = now));
    expect(waiting).toMatchObject({ status: 'rejected', reason: { code: 'service_unavailable' } });
    expect(runs).toBe(1);
  });

  it('needs few transactions for many orders', async () => {
    const transactions = running.app.get(Transactions);
    let runs = 0;
    const counting = {
      run<T>(work: Parameters<typeof transactions.run<T>>[0]): Promise<T> {
        runs += 1;
        return transactions.run(work);
      },
    };
    const counted = new PlacingLane(counting as unknown as Transactions, running.app.get(PlacingBatch));
    await Promise.all(Array.from({ length: 64 }, () => counted.place(aPlacement())));
    // The first does not wait for the others; they wait for it.
    expect(runs).toBe(2);
  });

  it.each(['a change of the menu', 'a change of the restaurant'])('sees %s made by another process', async (what) => {
    await lane().place(aPlacement());
    if (what === 'a change of the menu') {
      await running.app.get(Transactions).run(async (tx) => {
        await running.app.get(AvailabilityStore).suspend(tx, locationId, { kind: 'item', id: dish.itemId }, {}, 'Ana');
      });
      expect(outcomeOf(await lane().place(aPlacement()))).toEqual([409, false]);
      await running.app.get(Transactions).run(async (tx) => {
        await running.app.get(AvailabilityStore).lift(tx, locationId, { kind: 'item', id: dish.itemId }, 'Ana');
      });
    } else {
      const pause = (paused: boolean) =>
        running.app.get(Transactions).run(async (tx) => {
          tx.write({
            sql: 'UPDATE locations SET orderingPaused = ?, version = version + 1 WHERE id = ?',
            values: [Number(paused), locationId],
          });
        });
      await pause(true);
      expect(outcomeOf(await lane().place(aPlacement()))).toEqual([409, false]);
      await pause(false);
    }
    expect(outcomeOf(await lane().place(aPlacement()))).toEqual([201, false]);
  });
});
