import type { BoardView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';

const product = startProduct();

test('the menu is accessible and fits, at every size, light and dark', async ({ page }) => {
  await page.goto(product.address);
  await expect(page.getByRole('heading', { level: 1, name: 'Fennel & Ember' })).toBeVisible();
  await expect(page.getByText('Charred leeks').first()).toBeVisible();
  await expectSoundInEveryLook(page);
});

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
