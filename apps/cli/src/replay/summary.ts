import type { BoardView, DailySalesView, Minor, StationView } from '@comanda/shared';
import { formatMinor } from '@comanda/shared';
import type { House } from '../api/house.js';
import { busiestQuarterHour } from './busiest.js';
import { paidFor } from './price-drift.js';
import type { PriceDrift } from './price-drift.js';
import type { Recording } from './recorded-order.js';
import type { ReplayEnd } from './replay-orders.js';
import type { Tally } from './tally.js';

type Money = (amount: Minor) => string;

const SHOWN_REFUSALS = 20;
const SHOWN_CHOICES = 3;

export interface Told {
  readonly recording: Recording;
  readonly drift: PriceDrift;
  readonly end: ReplayEnd;
}

/** What came of a replay, by the server's answers and by its own report and boards. */
export async function summary(house: House, { recording, drift, end }: Told): Promise<string[]> {
  const { currency, timezone } = house.location;
  const money: Money = (amount) => formatMinor(amount, currency, 'en');
  const { tally } = end;
  return [
    ...countLines(recording, tally),
    ...moneyLines(recording, tally, money),
    ...driftLines(drift, money),
    ...(await reportLines(house, tally, money)),
    ...busiestLines(recording, timezone),
    ...(await boardLines(house)),
    paceLine(end),
  ];
}

/** The orders that the server refused, with its words. */
export function refusalLines({ refused }: Tally): string[] {
  const shown = refused.slice(0, SHOWN_REFUSALS);
  const lines = shown.map(({ order, sentences }) => {
    const rows = [order.lines[0]?.row ?? 0, order.lines.at(-1)?.row ?? 0];
    return `order ${order.id} (rows ${rows.join(' to ')}): ${sentences.join(' ')}`;
  });
  const more = refused.length - shown.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function countLines({ linesWithoutItem, emptyOrders }: Recording, tally: Tally): string[] {
  const { placed, known, refused, finished, lines, units, choices } = tally;
  const most = [...choices]
    .sort(([a, some], [b, others]) => others - some || a.localeCompare(b))
    .slice(0, SHOWN_CHOICES);
  const total = [...choices.values()].reduce((sum, each) => sum + each, 0);
  const often = most.map(([name, count]) => `${name} ${count}`).join(', ');
  return [
    line('Orders', `${placed} taken over, ${known} were there before, ${refused.length} refused`),
    ...(finished > 0 ? [line('', `${finished} of them handed over`)] : []),
    ...(linesWithoutItem + emptyOrders > 0
      ? [
          line(
            'Left out',
            `${linesWithoutItem} lines without a dish of the menu, ${emptyOrders} orders without any line`,
          ),
        ]
      : []),
    line('Lines', `${lines} with ${units} units`),
    ...(total > 0 ? [line('Options', `${total} chosen, most often ${often}`)] : []),
  ];
}

function moneyLines({ orders }: Recording, tally: Tally, money: Money): string[] {
  const recorded = orders.flatMap((order) => order.lines).reduce((sum, each) => sum + (paidFor(each) ?? 0), 0);
  const { revenueMinor, withoutAnswer } = tally;
  const difference = revenueMinor === recorded ? 'as recorded' : `${money(recorded)} in the file`;
  return [
    line('Revenue', `${money(revenueMinor)}, ${difference}`),
    ...(withoutAnswer > 0 ? [line('', `without ${withoutAnswer} orders that were there long before`)] : []),
  ];
}

function driftLines({ compared, dearer, cheaper, paidMinor, atMenuMinor }: PriceDrift, money: Money): string[] {
  if (compared === 0) return [];
  if (dearer + cheaper === 0) return [line('Prices', `all ${compared} lines were sold at today's menu prices`)];
  return [
    line(
      'Prices',
      `${dearer + cheaper} of ${compared} lines differ from today's menu: ${dearer} dearer, ${cheaper} cheaper`,
    ),
    line('', `the recorded price was kept: ${money(paidMinor)}; at menu prices ${money(atMenuMinor)}`),
  ];
}

async function reportLines(house: House, { businessDates }: Tally, money: Money): Promise<string[]> {
  const dates = [...businessDates].sort();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return [];
  const days = await house.get<DailySalesView[]>(`${house.path}/reports/daily-sales?from=${from}&to=${to}`);
  const sum = (of: (day: DailySalesView) => number): number => days.reduce((total, day) => total + of(day), 0);
  const [best] = [...days].sort((a, b) => b.revenueMinor - a.revenueMinor);
  const [orders, revenue, tickets] = [sum((d) => d.orders), sum((d) => d.revenueMinor), sum((d) => d.tickets)];
  return [
    line('Report', `${orders} orders, ${money(revenue)}, ${tickets} tickets from ${from} to ${to}`),
    ...(best ? [line('Best day', `${best.businessDate}: ${best.orders} orders, ${money(best.revenueMinor)}`)] : []),
  ];
}

function busiestLines({ orders }: Recording, timeZone: string): string[] {
  const busiest = busiestQuarterHour(orders);
  if (!busiest) return [];
  const from = new Date(busiest.fromMs).toLocaleString('sv-SE', { timeZone });
  return [line('Busiest', `${busiest.orders} orders in 15 minutes from ${from}`)];
}

async function boardLines(house: House): Promise<string[]> {
  const stations = await house.get<StationView[]>(`${house.path}/stations`);
  const counts: string[] = [];
  for (const { id, name } of stations) {
    const { tickets } = await house.get<BoardView>(`${house.path}/board?stationId=${encodeURIComponent(id)}`);
    if (tickets.length > 0) counts.push(`${name} ${tickets.length}`);
  }
  return counts.length === 0 ? [] : [line('On boards', counts.join(', '))];
}

function paceLine({ tally, seconds }: ReplayEnd): string {
  const rate = (tally.done / Math.max(seconds, 0.001)).toFixed(0);
  return line('Took', `${seconds.toFixed(1)} s, ${rate} orders a second`);
}

function line(word: string, rest: string): string {
  return `${word.padEnd(10)} ${rest}`;
}
