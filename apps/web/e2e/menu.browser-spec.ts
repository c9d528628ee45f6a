import type { BoardView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import { expectSound } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';

const product = startProduct();

for (const [name, width, height] of [
  ['phone', 390, 844],
  ['tablet', 820, 1180],
  ['desktop', 1440, 900],
] as const) {
  test(`the menu on a ${name} has no accessibility violation and fits`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(product.address);
    await expect(page.getByRole('heading', { level: 1, name: 'Fennel & Ember' })).toBeVisible();
    await expect(page.getByText('Charred leeks').first()).toBeVisible();
    await expectSound(page);
  });
}

test('the menu speaks German under /de/', async ({ page }) => {
  await page.goto(`${product.address}/de/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Fennel & Ember' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('a guest orders, the kitchen cooks, and the page says so live', async ({ page, playwright }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(product.address);
  await page.getByRole('button', { name: /Add Charred leeks/ }).click();
  await page.goto(`${product.address}/checkout`);
  await page.getByLabel('Name').fill('Ines');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectSound(page);

  const cook = await logInAs('kitchen', product, playwright.request);
  const answer = await cook.api.get(`locations/${cook.session.locationId}/board`);
  const board = (await answer.json()) as BoardView;
  const bump = await cook.api.post(`tickets/${String(board.tickets[0]?.id)}/bump`, {
    data: {},
    headers: { 'If-Match': '*' },
  });
  expect(bump.status()).toBe(200);
  await expect(page.getByRole('status').filter({ hasText: /Ready/ }).first()).toBeVisible({ timeout: 5000 });
});
