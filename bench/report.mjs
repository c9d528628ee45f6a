import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/support/tools.mjs';
import { median } from './load.mjs';

const GOALS = {
  'place an order 1': 0.9,
  'place an order 16': 2.2,
  'place an order 64': 3,
  'read the menu 16': 0.85,
  'read the menu, not compressed 16': 0.85,
  'read an order 16': 0.7,
};

const of = (runs, key) => median(runs.map((run) => run[key]));
const ratio = (runs, others, key) => median(runs.map((run, round) => run[key] / others[round][key]));

const table = (lines) => lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
export const headed = (head, lines) => table([head, head.map(() => '---'), ...lines]);

const MAIN_HEAD = [
  ['', 'connections', 'plain /s', 'Comanda /s', 'ratio', 'goal', 'plain p50 / p99 ms', 'Comanda p50 / p99 ms'],
  ['plain CPU µs (server + database)', 'Comanda CPU µs', 'CPU ratio'],
].flat();

const whole = (runs) => of(runs, 'serverMicros') + of(runs, 'databaseMicros');

function mainCells({ name, connections, runs: { plain, Comanda } }) {
  const latency = (runs) => `${of(runs, 'p50').toFixed(1)} / ${of(runs, 'p99').toFixed(1)}`;
  const cpu = (runs) => `${of(runs, 'serverMicros')} + ${of(runs, 'databaseMicros')}`;
  return [
    name,
    connections,
    of(plain, 'perSecond').toFixed(0),
    of(Comanda, 'perSecond').toFixed(0),
    `**${ratio(Comanda, plain, 'perSecond').toFixed(2)}**`,
    GOALS[`${name} ${connections}`] ?? '',
    latency(plain),
    latency(Comanda),
    cpu(plain),
    cpu(Comanda),
    (whole(Comanda) / whole(plain)).toFixed(2),
  ];
}

/** Comanda beside the plain limit. */
export const mainTable = (rows) => headed(MAIN_HEAD, rows.map(mainCells));

/** Comanda with many orders beside Comanda with few; nothing when that was not asked for. */
export function fullTable(rows, { orders, bytesPerOrder }) {
  if (orders === 0) return [];
  const head = ['', 'connections', 'requests/s', 'p50', 'p99', 'CPU (server + database)'];
  const lines = rows.map(({ name, connections, runs: { Comanda, full } }) => [
    name,
    connections,
    ...['perSecond', 'p50', 'p99'].map((key) => ratio(full, Comanda, key).toFixed(2)),
    (whole(full) / whole(Comanda)).toFixed(2),
  ]);
  const size = `An order with its lines, tickets, events and key takes ${(bytesPerOrder / 1024).toFixed(1)} kB on the disk.`;
  const title = `With ${orders.toLocaleString('en')} orders, relative to a few thousand:`;
  return [title, '', headed(head, lines), '', size, ''];
}

/** What is said of the whole run. */
export function factsTable({ seconds, rounds, faults, upMs, idle, busy }) {
  const model = cpus()[0]?.model ?? 'unknown';
  return headed(
    ['', ''],
    [
      ['machine', `${cpus().length} cores (${model}), MariaDB on the same machine, durability on`],
      ['rounds', `${rounds} of ${seconds} s for each program, turn about; medians`],
      ['orders, keys, tickets, portions, feeds', faults.length === 0 ? 'everything added up' : faults.join('; ')],
      ['start to first answer, migrations of an empty database included', `${Math.round(upMs)} ms`],
      ['memory after the start, after the run', `${Math.round(idle)} MB, ${busy} MB`],
    ],
  );
}

const PAGE = join(root, 'docs/performance.md');
/** The page before anything was measured. */
const EMPTY_PAGE = join(root, 'bench/page.md');

/** Puts what was measured between its marks on the page; the words around it are ours. */
export function writeSection(name, text, by = 'npm run bench') {
  const [begin, end] = [`<!-- ${name}: written by ${by} -->`, `<!-- end of ${name} -->`];
  const page = readFileSync(existsSync(PAGE) ? PAGE : EMPTY_PAGE, 'utf8');
  const [before, rest] = page.split(begin);
  if (rest === undefined) throw new Error(`docs/performance.md has no place for "${name}".`);
  writeFileSync(PAGE, `${before}${begin}\n\n${text}\n\n${end}${rest.split(end)[1]}`);
}

export function writePage(rows, facts) {
  writeSection('compared', mainTable(rows));
  writeSection('run', factsTable(facts));
  if (facts.orders > 0) writeSection('full', fullTable(rows, facts).join('\n').trimEnd());
}
