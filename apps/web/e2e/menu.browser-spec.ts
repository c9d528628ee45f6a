import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
