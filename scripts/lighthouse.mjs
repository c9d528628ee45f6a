// npm run lighthouse: Lighthouse on the guest's pages of the demo restaurant, as a middling phone sees them. Accessibility,
// best practices and search engines must be at 100; performance is told.
//   --runs 5     so many loads of each page; the median counts
//   --write      writes what was measured into docs/performance.md
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { writeSection } from '../bench/report.mjs';
import { build } from './support/build-parts.mjs';
import { killAll, node, requireNode24, start } from './support/tools.mjs';

const MUST_BE_WHOLE = ['accessibility', 'best-practices', 'seo'];
const DISH = 'Charred leeks';
/** Unix systems have it here; elsewhere CHROMIUM_PATH says where it is. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, write: { type: 'boolean' } } });

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Starts the built product with an empty database; resolves once it takes requests. */
async function startProduct(folder) {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  start(node, ['apps/api/dist/main.js'], { env: { PORT: String(port), DATA_DIR: folder }, stdio: 'ignore' });
  for (let tries = 0; tries < 120; tries++) {
    const ready = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return address;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The product did not start within half a minute.');
}

/** The pictures of the demo come a while after its start; a page without them would be too light. */
async function photosShown(address) {
  const [{ id }] = await (await fetch(`${address}/api/v1/locations`)).json();
  for (let tries = 0; tries < 240; tries++) {
    const { items } = await (await fetch(`${address}/api/v1/locations/${id}/menu`)).json();
    if (items.some(({ photo }) => photo !== undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The demo shows no photos after a minute.');
}

/** Goes through the site as a guest does: a dish in the basket for the checkout, an order to follow. */
async function goThrough(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  const add = page.getByRole('button', { name: `Add ${DISH}` });
  await add.click();
  await page.getByRole('button', { name: /View order/ }).waitFor();
  const location = (await (await fetch(`${address}/api/v1/locations`)).json())[0];
  const menu = await (await fetch(`${address}/api/v1/locations/${location.id}/menu`)).json();
  const item = menu.items.find(({ name }) => name === DISH);
  const order = await fetch(`${address}/api/v1/locations/${location.id}/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `lighthouse-${Date.now()}-order` },
    body: JSON.stringify({
      fulfilment: { type: 'pickup' },
      lines: [{ itemId: item.id, variantId: item.variants[0].id, quantity: 1 }],
      guest: { name: 'Ada', phone: '+351 900 000 000' },
    }),
  });
  const { trackingToken } = await order.json();
  await page.close();
  return { menu: '/', item: `/?item=${item.id}`, checkout: '/checkout', tracking: `/o/${trackingToken}` };
}

/** How much this machine is slowed down to be a fast phone, of benchmark 1000: at most four times. */
const toFast = (benchmark) => Math.min(4, Math.max(1, benchmark / 1000));

/** The same for a middling phone: the steps of Lighthouse's own calculator. */
function toMiddling(benchmark) {
  if (benchmark >= 1300) return 3 + (benchmark - 1300) / 233;
  if (benchmark >= 800) return 2 + (benchmark - 800) / 500;
  return benchmark >= 150 ? 1 + (benchmark - 150) / 650 : 1;
}

async function measure(url, port, slowdown) {
  const flags = { port, output: 'json', logLevel: 'error', disableStorageReset: true };
  const settings = slowdown === undefined ? {} : { throttling: { cpuSlowdownMultiplier: slowdown } };
  const { lhr } = await lighthouse(url, flags, { extends: 'lighthouse:default', settings });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return lhr;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const percent = (score) => Math.round((score ?? 0) * 100);

/** What keeps a category from being whole. */
function faultsOf(lhr) {
  return MUST_BE_WHOLE.flatMap((name) =>
    lhr.categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
      .map(({ id }) => {
        const items = lhr.audits[id].details?.items ?? [];
        const places = items
          .slice(0, 3)
          .map((each) => each.node?.snippet ?? each.source?.url ?? each.description ?? '');
        return `${name}: ${lhr.audits[id].title} ${places.join(' | ')}`;
      }),
  );
}

const scoreOf = ({ categories }, category) => percent(categories[category].score);
const valueOf = ({ audits }, id) => audits[id].numericValue;

/** A row of the table, and what keeps the page from being whole. */
async function report(name, url, port, slowdowns) {
  const [runs, middling] = [[], []];
  for (let run = 0; run < Number(values.runs); run++) {
    runs.push(await measure(url, port, slowdowns.fast));
    middling.push(await measure(url, port, slowdowns.middling));
  }
  const of = (loads, id, digits = 0) => median(loads.map((lhr) => valueOf(lhr, id))).toFixed(digits);
  const performance = (loads) => String(median(loads.map((lhr) => scoreOf(lhr, 'performance'))));
  return {
    faults: [...new Set([...runs, ...middling].flatMap(faultsOf))].map((fault) => `${name}: ${fault}`),
    row: [
      name,
      performance(runs),
      ...MUST_BE_WHOLE.map((category) => String(Math.min(...runs.map((lhr) => scoreOf(lhr, category))))),
      of(runs, 'first-contentful-paint'),
      of(runs, 'largest-contentful-paint'),
      of(runs, 'total-blocking-time'),
      of(runs, 'cumulative-layout-shift', 3),
      performance(middling),
      of(middling, 'total-blocking-time'),
    ],
  };
}

const HEAD = [
  ...['page', 'performance', 'accessibility', 'best practices', 'search', 'FCP ms', 'LCP ms', 'TBT ms', 'CLS'],
  ...['middling phone: performance', 'TBT ms'],
];

function table(rows, note) {
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [...lines, '', note].join('\n');
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-lighthouse-'));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath: CHROMIUM,
    viewport: { width: 390, height: 844 },
    args: [`--remote-debugging-port=${port}`],
  });
  try {
    const address = await startProduct(join(folder, 'data'));
    await photosShown(address);
    const pages = await goThrough(context, address);
    const { environment } = await measure(address, port);
    const { benchmarkIndex } = environment;
    const slowdowns = { fast: toFast(benchmarkIndex), middling: toMiddling(benchmarkIndex) };
    const reports = [];
    for (const [name, path] of Object.entries(pages)) reports.push(await report(name, address + path, port, slowdowns));
    const loads =
      values.runs === '1' ? 'One load of each page' : `Medians of ${values.runs} loads, the worst where 100 is asked`;
    const note =
      `${loads}. Lighthouse's slow 4G; this machine (benchmark ${Math.round(benchmarkIndex)}) slowed down ` +
      `${slowdowns.fast.toFixed(1)} times to be a fast phone, ${slowdowns.middling.toFixed(1)} times to be a middling one.`;
    const rows = reports.map(({ row }) => row);
    console.log(table(rows, note));
    const faults = reports.flatMap((each) => each.faults);
    for (const fault of faults) console.error(fault);
    if (values.write) writeSection('lighthouse', table(rows, note), 'npm run lighthouse');
    return faults.length;
  } finally {
    await context.close();
    killAll('SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

requireNode24();
const ready = await build(['shared', 'contracts', 'api', 'web']);
const failed = ready ? await main() : 1;
process.exit(failed > 0 ? 1 : 0);
