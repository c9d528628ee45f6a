import { randomUUID } from 'node:crypto';
import type { MenuItemView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectSound, takePicture } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';
import { cumulativeShift } from './support/slow-network.js';
import type { DemoStaff } from './support/product.js';

const product = startProduct();
let manager: DemoStaff;
let office: string;

test.beforeAll(async ({ playwright }) => {
  manager = await logInAs('manager', product, playwright.request);
  office = `locations/${manager.session.locationId}`;
  for (let count = 0; count < 3; count++) await orderTogether('leeks', 'bread', 'coffee');
});

async function orderTogether(...dishes: readonly string[]): Promise<void> {
  const data = {
    fulfilment: { type: 'pickup' },
    lines: dishes.map((itemId) => ({ itemId, quantity: 1 })),
    guest: { name: 'Ada', phone: '+49 30 1234567' },
  };
  const headers = { 'idempotency-key': randomUUID() };
  expect((await manager.api.post(`${office}/orders`, { data, headers })).status()).toBe(201);
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
});

async function collectLeeks(page: Page): Promise<void> {
  await page.goto(product.address);
  await page.getByRole('button', { name: /Add Charred leeks/ }).click();
}

test('what others had beside a dish is offered below the basket, and taken with one tap', async ({ page }) => {
  await manager.api.put(`${office}/suspensions/item/coffee`, { data: { reason: 'None left' } });
  const counted = page.waitForResponse(/\/pairings$/);
  await collectLeeks(page);
  await counted;
  await page.getByRole('button', { name: /View/ }).click();
  const paired = page.getByRole('region', { name: 'Often ordered with it' });
  await expect(paired.getByRole('listitem')).toHaveText([/Sourdough and green olive oil/]);
  await paired.getByRole('button', { name: 'Add Sourdough and green olive oil' }).click();
  await expect(paired.getByRole('button', { name: 'Sourdough and green olive oil is in your order' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Place order · €13.40' })).toBeVisible();
  await expectSound(page);
  await manager.api.delete(`${office}/suspensions/item/coffee`);
});

test('a paused kitchen keeps the menu readable, says so, and takes no order', async ({ page }) => {
  await collectLeeks(page);
  const pause = await manager.api.put(`${office}/ordering`, { data: { paused: true } });
  expect(pause.status()).toBe(200);
  await page.goto(product.address);
  await expect(page.getByText(/paus/i).first()).toBeVisible();
  await expectSound(page);
  await takePicture(page, 'paused-menu');
  await page.goto(`${product.address}/checkout`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectSound(page);
  await takePicture(page, 'paused-checkout');
  const resume = await manager.api.put(`${office}/ordering`, { data: { paused: false } });
  expect(resume.status()).toBe(200);
});

test('a dish that sells out while it is in the basket is named before anything is placed', async ({ page }) => {
  await collectLeeks(page);
  await page.goto(`${product.address}/checkout`);
  await expect(page.getByRole('button', { name: /Place order/ })).toBeVisible();
  await manager.api.put(`${office}/suspensions/item/leeks`, { data: { reason: 'None left' } });
  await expect(page.getByText(/sold out|not available|off sale/i).first()).toBeVisible({ timeout: 5000 });
  await expectSound(page);
  await takePicture(page, 'sold-out-checkout');
  await manager.api.delete(`${office}/suspensions/item/leeks`);
});

test('a code of no table, and a link to no basket, say what to do and nothing else', async ({ page }) => {
  await page.goto(`${product.address}/t/nobody-knows-this-table`);
  await expect(page.getByRole('heading', { level: 1, name: 'We do not know this table' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expectSound(page);
  await takePicture(page, 'no-table');
  await page.goto(`${product.address}/checkout`);
  await expect(page.getByText(/This table code is no longer valid/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Place order/ })).toHaveCount(0);
  await expectSound(page);
  await page.getByRole('link', { name: 'Go to the menu' }).click();
  await expect(page.getByRole('button', { name: 'Add Charred leeks' })).toBeVisible();
  await page.goto(`${product.address}/g/nobody-knows-this-basket`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectSound(page);
  await takePicture(page, 'no-basket');
});

test('in forced colours the menu and the dish stay whole', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(product.address);
  await expect(page.getByText('Charred leeks').first()).toBeVisible();
  await takePicture(page, 'forced-menu');
  await page.goto(`${product.address}/?item=chicken`);
  await expect(page.getByRole('dialog')).toBeVisible();
  await takePicture(page, 'forced-item');
});

test('long Japanese words stay in their place, and a short name below the languages', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(product.address);
  const row = page.locator('app-dish-row').first();
  const [name, add] = [row.getByRole('heading').getByRole('button'), row.getByRole('button', { name: /^Add/ })];
  await expect(name).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.lang = 'ja';
    for (const text of document.querySelectorAll('app-dish-row bdi'))
      text.textContent = '超厚切り鬼おろしポン酢たっぷりチキンむねかつ定食';
    for (const text of document.querySelectorAll('h1 bdi')) text.textContent = '松';
  });
  expect((await edgesOf(name)).right).toBeLessThanOrEqual((await edgesOf(add)).left);
  const title = await edgesOf(page.getByRole('heading', { level: 1 }));
  expect(title.top).toBeGreaterThanOrEqual((await edgesOf(page.getByRole('link', { name: 'Account' }))).bottom);
});

const edgesOf = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);

test('at 320 px and from right to left nothing is cut', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(product.address);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await expect(page.getByText('Charred leeks').first()).toBeVisible();
  await expectSound(page);
  await takePicture(page, 'rtl-menu');
});

test("the API's pages have no violation, light and dark, also where an operation is read", async ({ page }) => {
  test.slow();
  for (const { width, colorScheme, place, heading } of [
    { width: 390, colorScheme: 'light', place: '', heading: 'Comanda API' },
    { width: 1440, colorScheme: 'dark', place: '#tag/health', heading: 'Is the process alive?' },
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${product.address}/api/docs${place}`);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible({ timeout: 20_000 });
    await expectSound(page);
    await takePicture(page, `api-docs-${colorScheme}`);
  }
});

test('without a network the menu comes up with its age, and nothing can be ordered', async ({ page, context }) => {
  await page.goto(product.address);
  await expect(page.getByText('Charred leeks').first()).toBeVisible();
  const kept = (): Promise<boolean> => page.evaluate(async () => (await caches.match('/checkout')) !== undefined);
  await expect.poll(kept, { timeout: 15_000 }).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('first-look')).toHaveCount(0);
  await expect(page.getByText(/You are offline.*As of \d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Fennel & Ember' })).toBeVisible();
  await expect(page.getByText('Charred leeks').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /Add Charred leeks/ })).toHaveCount(0);
  await expectSound(page);
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: /Add Charred leeks/ })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(/As of/)).toHaveCount(0);
});

test('a price that moved is told line by line, and nothing is ordered before the guest agrees', async ({ page }) => {
  await collectLeeks(page);
  const item = await manager.api.get(`${office}/menu-items/leeks`);
  const variant = ((await item.json()) as MenuItemView).item.variants[0]?.id ?? '';
  const dearer = await manager.api.patch(`${office}/menu-variants/${variant}`, {
    data: { priceMinor: 990 },
    headers: { 'if-match': item.headers()['etag'] ?? '' },
  });
  expect(dearer.status()).toBe(200);
  await page.goto(`${product.address}/checkout`);
  await expect(page.getByText('Was €8.90, is now €9.90')).toBeVisible();
  const place = page.getByRole('button', { name: /Place order/ });
  await expect(place).toHaveAttribute('aria-disabled', 'true');
  await expectSound(page);
  await page.getByRole('button', { name: 'Agree to the new prices' }).click();
  await expect(place).not.toHaveAttribute('aria-disabled');
  await expect(place).toContainText('€9.90');
});

test('nothing moves at the checkout while one answer after the other comes', async ({ page }) => {
  await collectLeeks(page);
  let answered = 0;
  await page.route('**/api/v1/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150 * (answered += 1)));
    await route.continue();
  });
  await page.goto(`${product.address}/checkout`);
  await expect(page.getByText('Prices confirmed')).toBeVisible();
  expect(await cumulativeShift(page)).toBeLessThanOrEqual(0.01);
});
