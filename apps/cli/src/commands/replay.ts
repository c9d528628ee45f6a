import { basename, extname } from 'node:path';
import type { FulfilmentRequest, MenuDocument, StaffTableView } from '@comanda/shared';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { House } from '../api/house.js';
import { EXIT, Failure } from '../failure.js';
import { AMOUNTS, readOrderRows, understandOrders } from '../files/orders-file.js';
import type { Amounts, OrderRow } from '../files/orders-file.js';
import { addMissing } from '../replay/derive-menu.js';
import { MenuMatch } from '../replay/menu-match.js';
import { priceDrift } from '../replay/price-drift.js';
import type { Recording } from '../replay/recorded-order.js';
import { instantOfRecorded } from '../replay/recorded-time.js';
import { replayOrders } from '../replay/replay-orders.js';
import type { ReplayEnd } from '../replay/replay-orders.js';
import { refusalLines, summary } from '../replay/summary.js';
import type { Terminal } from '../terminal.js';
import { atHouse, withAccess } from './access.js';
import type { AccessOptions } from './access.js';
import { sendMenu } from './import.js';

interface ReplayOptions extends AccessOptions {
  readonly source?: string;
  readonly speedUp?: number;
  readonly concurrency: number;
  readonly amounts: Amounts;
  readonly undatedAt?: string;
  readonly addMissing?: boolean;
  readonly leaveOutMissing?: boolean;
  readonly finish?: boolean;
}

const SHOWN_MISSING = 20;

export function replayCommand(terminal: Terminal): Command {
  const command = new Command('replay')
    .description("Take another system's orders over; a second run takes over only what is missing.")
    .argument('<file>', 'CSV: order_id,placed_at,item,variant,quantity,unit_price,line_total,modifiers')
    .option('--source <name>', "the other system; by default the file's name. Its order ids are unique under it")
    .option(
      '--speed-up <factor>',
      'keep the recorded pace, so many times faster; without it as fast as it goes',
      factor,
    )
    .addOption(new Option('--concurrency <orders>', 'so many under way at once').argParser(concurrency).default(4))
    .addOption(new Option('--amounts <kind>', 'minor: 1250 is 12.50').choices(AMOUNTS).default('minor'))
    .option('--undated-at <time>', 'when orders without a time were placed; without it they are placed now')
    .option('--add-missing', 'add dishes, sizes and options that the menu lacks')
    .option('--leave-out-missing', 'leave out lines with dishes that the menu lacks')
    .option('--finish', 'bump the tickets and hand the orders over, so that the screens stay empty');
  return withAccess(command).action(async (path: string, options: ReplayOptions) => {
    const rows = readOrderRows(path);
    await atHouse(terminal, options, (house) => replayFile(house, { path, rows, options, terminal }));
  });
}

interface Job {
  readonly path: string;
  readonly rows: readonly OrderRow[];
  readonly options: ReplayOptions;
  readonly terminal: Terminal;
}

async function replayFile(house: House, { path, rows, options, terminal }: Job): Promise<void> {
  const { timezone, currency, name } = house.location;
  const inFile = understandOrders(rows, { timezone, currency, amounts: options.amounts });
  refuseUndatedPace(inFile, options);
  const undatedAtMs = undatedAt(options, timezone);
  const match = await menuFor(house, inFile, { path, rows, options, terminal });
  const recording = onMenu(inFile, match);
  const takeover = {
    match,
    source: options.source ?? basename(path, extname(path)),
    fulfilment: await fulfilmentAt(house),
    ...(undatedAtMs === undefined ? {} : { undatedAtMs }),
  };
  terminal.say(`Taking ${recording.orders.length} orders of ${path} over into ${name}.`);
  const { concurrency: many, speedUp, finish = false } = options;
  const pace = { concurrency: many, finish, ...(speedUp === undefined ? {} : { speedUp }) };
  const end = await replayOrders(house, { orders: recording.orders, takeover, ...pace }, terminal);
  if (end.failure?.exitCode === EXIT.serverAway) throw brokenOff(end, end.failure);
  const drift = priceDrift(
    recording.orders.flatMap(({ lines }) => lines),
    match,
  );
  for (const line of await summary(house, { recording, drift, end })) terminal.say(line);
  concludeOrThrow(end, terminal);
}

function concludeOrThrow({ tally, ...end }: ReplayEnd, terminal: Terminal): void {
  if (end.failure) throw brokenOff({ tally, ...end }, end.failure);
  if (terminal.stop.aborted && tally.done < tally.total) {
    throw new Failure(EXIT.interrupted, 'Stopped.', [goOn(tally.done, tally.total)]);
  }
  if (tally.refused.length === 0) return;
  throw new Failure(EXIT.refused, `${tally.refused.length} orders were refused:`, refusalLines(tally));
}

function brokenOff({ tally }: ReplayEnd, { exitCode, message, particulars }: Failure): Failure {
  return new Failure(exitCode, message, [...particulars, goOn(tally.done, tally.total)]);
}

function goOn(done: number, total: number): string {
  return `${done} of ${total} orders are done. Run the same command again: it goes on there, and nothing is taken twice.`;
}

function refuseUndatedPace({ orders }: Recording, { speedUp }: ReplayOptions): void {
  if (speedUp === undefined || orders.every(({ placedAtMs }) => placedAtMs !== undefined)) return;
  const undated = orders.filter(({ placedAtMs }) => placedAtMs === undefined).length;
  throw new Failure(
    EXIT.notUnderstood,
    `${undated} orders have no time, so there is no pace to keep. Leave --speed-up out.`,
  );
}

function undatedAt({ undatedAt: text }: ReplayOptions, timezone: string): number | undefined {
  if (text === undefined) return undefined;
  const instant = instantOfRecorded(text, timezone);
  if (instant !== undefined) return instant;
  throw new Failure(EXIT.notUnderstood, `--undated-at "${text}" is no time. Write it like 2026-01-31T12:00:00.`);
}

/** The menu on which the orders are found; an empty one is made from the orders. */
async function menuFor(house: House, { orders }: Recording, { options, terminal }: Job): Promise<MenuMatch> {
  const document = await house.get<MenuDocument>(`${house.path}/menu-document`);
  if (document.items.length === 0 || options.addMissing) {
    const text = JSON.stringify(addMissing(document, orders));
    const report = await sendMenu(house, { format: 'json', text }, { mode: 'merge' });
    const { items, options: choices } = report.counts;
    terminal.say(`Added ${items.created} dishes and ${choices.created} options from the orders to the menu.`);
    return new MenuMatch(await house.get<MenuDocument>(`${house.path}/menu-document`));
  }
  const match = new MenuMatch(document);
  const missing = orders.flatMap(({ lines }) => lines.filter((line) => match.find(line) === undefined));
  if (missing.length === 0 || options.leaveOutMissing) return match;
  const names = [
    ...new Set(missing.map(({ item, variant }) => (variant === undefined ? item : `${item} (${variant})`))),
  ];
  const shown = names.slice(0, SHOWN_MISSING).map((each) => `"${each}"`);
  throw new Failure(
    EXIT.notUnderstood,
    `The menu lacks ${names.length} dishes or sizes of the file; nothing was sent. Say --add-missing or --leave-out-missing.`,
    names.length > shown.length ? [...shown, `and ${names.length - shown.length} more`] : shown,
  );
}

/** What of the orders the menu has. */
function onMenu({ orders, linesWithoutItem, emptyOrders }: Recording, match: MenuMatch): Recording {
  const found = orders.map((order) => ({ ...order, lines: order.lines.filter((line) => match.find(line)) }));
  const lines = (some: Recording['orders']): number => some.reduce((sum, order) => sum + order.lines.length, 0);
  const filled = found.filter((order) => order.lines.length > 0);
  return {
    orders: filled,
    linesWithoutItem: linesWithoutItem + lines(orders) - lines(filled),
    emptyOrders: emptyOrders + orders.length - filled.length,
  };
}

/** Taken-over orders are picked up where that is offered: they sat at no table of ours. */
async function fulfilmentAt(house: House): Promise<FulfilmentRequest> {
  const type = (['pickup', 'delivery'] as const).find((each) => house.location.fulfilmentTypes.includes(each));
  if (type) return { type };
  const [table] = await house.get<StaffTableView[]>(`${house.path}/tables`);
  if (table) return { type: 'dine-in', tableToken: table.guestPath.replace('/t/', '') };
  throw new Failure(EXIT.notUnderstood, 'The restaurant offers neither pickup nor delivery and has no table to serve.');
}

function factor(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value)))
    throw new InvalidArgumentError('It must be a number above 0, for example 60.');
  return value;
}

function concurrency(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 64) throw new InvalidArgumentError('It must be from 1 to 64.');
  return value;
}
