import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardView, SessionView } from '@comanda/shared';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

let product: ChildProcess;
let address: string;
const folder = mkdtempSync(join(tmpdir(), 'comanda-browser-'));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

test.beforeAll(async () => {
  const port = await freePort();
  address = `http://localhost:${String(port)}`;
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder };
  product = spawn(process.execPath, ['apps/api/dist/main.js'], { env, stdio: 'ignore' });
  await expect
    .poll(
      () =>
        fetch(`${address}/readyz`).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200);
});

test.afterAll(() => {
  product.kill();
  rmSync(folder, { recursive: true, force: true });
});

for (const [name, width, height] of [
  ['phone', 390, 844],
  ['tablet', 820, 1180],
  ['desktop', 1440, 900],
] as const) {
  test(`the menu on a ${name} has no accessibility violation and fits`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: 'Fennel & Ember' })).toBeVisible();
    await expect(page.getByText('Charred leeks').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.html)}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('the menu speaks German under /de/', async ({ page }) => {
  await page.goto(`${address}/de/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Fennel & Ember' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('a guest orders, the kitchen cooks, and the page says so live', async ({ page, playwright }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await page.getByRole('button', { name: /Add Charred leeks/ }).click();
  await page.goto(`${address}/checkout`);
  await page.getByLabel('Name').fill('Ines');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.html)}`)).toEqual([]);

  const cook = await playwright.request.newContext({ baseURL: `${address}/api/v1/` });
  const login = { email: 'kitchen@fennel-and-ember.example', password: 'demo-kitchen-pass' };
  const session = (await (await cook.post('session', { data: login })).json()) as SessionView;
  const board = (await (await cook.get(`locations/${session.locationId}/board`)).json()) as BoardView;
  const headers = { 'x-csrf-token': session.csrfToken };
  const bump = await cook.post(`tickets/${String(board.tickets[0]?.id)}/bump`, { headers, data: {} });
  expect(bump.status()).toBe(200);
  await expect(page.getByRole('status').filter({ hasText: /Ready/ }).first()).toBeVisible({ timeout: 5000 });
});
