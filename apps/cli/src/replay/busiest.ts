import type { RecordedOrder } from './recorded-order.js';

export interface Busiest {
  readonly fromMs: number;
  readonly orders: number;
}

const WINDOW_MS = 15 * 60_000;

/** The quarter of an hour with the most orders, the first of several; it begins with an order. Undefined without times. */
export function busiestQuarterHour(orders: readonly RecordedOrder[]): Busiest | undefined {
  const times = orders.flatMap(({ placedAtMs }) => placedAtMs ?? []).sort((a, b) => a - b);
  let busiest: Busiest | undefined;
  let end = 0;
  for (const [start, fromMs] of times.entries()) {
    while ((times[end] ?? Infinity) < fromMs + WINDOW_MS) end += 1;
    if (end - start > (busiest?.orders ?? 0)) busiest = { fromMs, orders: end - start };
  }
  return busiest;
}
