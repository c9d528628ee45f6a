import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/support/tools.mjs';
import { median } from './load.mjs';

const GOALS = {
  'place an order 1': 0.9,
  'place an order 16': 2.2,
  'place an order 64': 3,
  'read the menu 16': 0.85,
  'read an order 16': 0.7,
};

const of = (runs, key) => median(runs.map((run) => run[key]));
const rounded = (value, digits = 0) => value.toFixed(digits);

function toCells({ name, connections, plain, product }) {
  const ratio = median(product.map((run, round) => run.perSecond / plain[round].perSecond));
  const goal = GOALS[`${name} ${connections}`];
  return [
    name,
    connections,
    rounded(of(plain, 'perSecond')),
    rounded(of(product, 'perSecond')),
    `**${rounded(ratio, 2)}**`,
    goal === undefined ? '' : `${goal}`,
    `${rounded(of(plain, 'p50'), 1)} / ${rounded(of(plain, 'p99'), 1)}`,
    `${rounded(of(product, 'p50'), 1)} / ${rounded(of(product, 'p99'), 1)}`,
    `${of(plain, 'serverMicros')} + ${of(plain, 'databaseMicros')}`,
    `${of(product, 'serverMicros')} + ${of(product, 'databaseMicros')}`,
  ];
}

const HEAD = [
  ['', 'connections', 'plain /s', 'Comanda /s', 'ratio', 'goal', 'plain p50 / p99 ms', 'Comanda p50 / p99 ms'],
  ['plain CPU µs (server + database)', 'Comanda CPU µs'],
].flat();

export function toTable(rows) {
  const lines = [HEAD, HEAD.map(() => '---'), ...rows.map(toCells)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function writePage(rows, facts) {
  const { prefill, seconds, rounds, faults, memory, upMs } = facts;
  const size = prefill === 0 ? 'an empty database' : `${prefill.toLocaleString('en')} orders in each database`;
  const page = `# Performance

Written by \`npm run bench -- --write\`; do not edit by hand. Measured on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}) with
MariaDB on the same machine and durability on, ${size}, ${rounds} rounds of ${seconds} s for each program, turn about. Medians.
Absolute figures wander with the machine; read the ratios.

The **plain limit** is a bare \`node:http\` and mysql2 program (\`bench/plain\`): prepared statements, nine round trips an
order, one order at a time, no framework, no checks, no events. Comanda answers through everything that a guest's
request passes: checks of the body, access, idempotency, prices, portions, tickets and the event feed.

${toTable(rows)}

Correctness in the same run (orders there = orders confirmed, one order a key, tickets of every order, portions taken,
none below zero, feeds without gaps): ${faults.length === 0 ? 'everything added up.' : faults.join('; ')}

Start to first answer: ${upMs} ms with an empty database, migrations included. Memory after the run: ${memory} MB.
`;
  writeFileSync(join(root, 'docs/performance.md'), page);
}
