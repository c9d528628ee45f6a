import { randomUUID } from 'node:crypto';
import type { House } from '../api/house.js';
import { Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';
import { finishOrder } from './finish-order.js';
import { orderRequest } from './order-request.js';
import type { Takeover } from './order-request.js';
import { Pace } from './pace.js';
import type { RecordedOrder } from './recorded-order.js';
import { takeOrder } from './take-order.js';
import { Tally } from './tally.js';

export interface Replay {
  readonly orders: readonly RecordedOrder[];
  readonly takeover: Takeover;
  /** How many orders are under way at once. */
  readonly concurrency: number;
  /** Undefined: as fast as it goes. */
  readonly speedUp?: number;
  /** Bump the tickets and hand the orders over as well. */
  readonly finish: boolean;
}

export interface ReplayEnd {
  readonly tally: Tally;
  readonly seconds: number;
  /** Why it ended before its last order. */
  readonly failure?: Failure;
}

/** Sends the orders; what was under way when it is stopped comes to its end. */
export async function replayOrders(house: House, replay: Replay, terminal: Terminal): Promise<ReplayEnd> {
  const { orders, concurrency, speedUp } = replay;
  const tally = new Tally(orders.length);
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  const pace = speedUp === undefined ? undefined : new Pace(orders, speedUp);
  const waiting = orders.values();
  const run = randomUUID();
  let failure: Failure | undefined;

  const worker = async (): Promise<void> => {
    for (const order of waiting) {
      await pace?.until(order, terminal.stop);
      if (failure || terminal.stop.aborted) return;
      await one(house, order, { replay, tally, run });
      terminal.progress(progressLine(tally, seconds()));
    }
  };
  const guarded = (): Promise<void> =>
    worker().catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      failure ??= error;
    });
  await Promise.all(Array.from({ length: concurrency }, guarded));
  return { tally, seconds: seconds(), ...(failure ? { failure } : {}) };
}

interface Turn {
  readonly replay: Replay;
  readonly tally: Tally;
  readonly run: string;
}

async function one(house: House, order: RecordedOrder, { replay, tally, run }: Turn): Promise<void> {
  const taken = await takeOrder(house, orderRequest(order, replay.takeover), run);
  if (replay.finish && taken.outcome !== 'refused' && taken.order) {
    await finishOrder(house, taken.order.id);
    tally.finished += 1;
  }
  tally.add(order, taken);
}

function progressLine({ done, total, refused }: Tally, seconds: number): string {
  const rate = Math.round(done / Math.max(seconds, 0.001));
  const trouble = refused.length > 0 ? `, ${refused.length} refused` : '';
  return `${done} of ${total} orders${trouble}, ${rate} a second`;
}
