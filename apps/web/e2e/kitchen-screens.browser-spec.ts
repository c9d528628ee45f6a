import type { OrderSummaryView, Page as PageOf } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { logInByPage, placeOrder } from './support/office.js';
import { logInAs, startProduct } from './support/product.js';

test.use({ serviceWorkers: 'block' });

const product = startProduct();

test('a screen is paired by its code, missed when it is silent, and shut out', async ({ page: office, browser }) => {
  test.slow();
  const kitchen = await browser.newContext();
  const screen = await kitchen.newPage();
  await screen.goto(`${product.address}/kitchen/grill`);
  await screen.waitForURL(/\/kitchen\/pair/);
  const shown = screen.locator('.code');
  await expect(shown).toContainText(/\d{3}\s*\d{3}/);
  const code = (await shown.innerText()).replace(/\D/g, '').slice(0, 6);
  await expect(screen.getByText(/Good for (9:\d\d|10:00)/)).toBeVisible();
  await expectSoundInEveryLook(screen);
  await screen.screenshot({ path: 'test-results/kitchen-pairing.png' });
  await screen.reload();
  await expect(shown).toContainText(code.slice(0, 3));

  await logInByPage(office, product, 'manager', '/admin/screens');
  await expect(office.getByText('No screen is paired yet.')).toBeVisible();
  await office.getByRole('button', { name: 'Pair a screen' }).click();
  const sheet = office.getByRole('dialog', { name: 'Pair a screen' });
  await sheet.getByRole('button', { name: 'Pair a screen' }).click();
  await expect(sheet.getByLabel('Code')).toBeFocused();
  await sheet.getByLabel('Code').fill(code === '000000' ? '000001' : '000000');
  await sheet.getByLabel('Name').fill('Left screen');
  await sheet.getByRole('radio', { name: 'Grill' }).check();
  await sheet.getByRole('button', { name: 'Pair a screen' }).click();
  await expect(sheet.getByRole('alert')).toContainText('No screen shows this code');
  await expectSoundInEveryLook(office);
  await office.setViewportSize({ width: 1280, height: 800 });
  await sheet.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await sheet.getByRole('button', { name: 'Pair a screen' }).click();
  await expect(office.getByRole('row', { name: /Left screen.*Grill.*Live/ })).toBeVisible();

  await expect(screen.getByRole('radio')).toHaveCount(1, { timeout: 10_000 });
  await screen.getByRole('button', { name: /Start shift/ }).click();
  await expect(screen.getByRole('heading', { level: 1, name: 'Grill' })).toBeVisible();
  await expect(screen.getByText('Live', { exact: true })).toBeVisible();
  await screen.reload();
  await expect(screen.getByText('Live', { exact: true })).toBeVisible();

  await kitchen.setOffline(true);
  const alarm = office.locator('app-kitchen-alarm').getByText(/Left screen has been silent since \d\d:\d\d/);
  await expect(alarm).toBeVisible({ timeout: 30_000 });
  await expect(office.getByRole('row', { name: /Left screen.*Silent since/ })).toBeVisible();
  await expectSoundInEveryLook(office);
  await office.screenshot({ path: 'test-results/office-screens.png' });
  await kitchen.setOffline(false);
  await expect(alarm).toBeHidden({ timeout: 40_000 });

  await office.getByRole('button', { name: 'Unpair: Left screen' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Unpair', exact: true }).click();
  await expect(office.getByText('No screen is paired yet.')).toBeVisible();
  await screen.waitForURL(/\/kitchen\/pair/, { timeout: 10_000 });
  await expect(shown).toContainText(/\d{3}/);
  await kitchen.close();
});

test('the office is told on every page what the kitchen does not answer, and gives money back', async ({
  page,
  playwright,
}) => {
  const staff = await logInAs('manager', product, playwright.request);
  const { id, number, totalMinor } = await placeOrder(staff, 'Charred leeks', 'Ines');
  await page.route('**/orders?kitchenUnanswered=true', async (route) => {
    const answer = await staff.api.get(`locations/${staff.session.locationId}/orders`);
    const { data } = (await answer.json()) as PageOf<OrderSummaryView>;
    await route.fulfill({ json: { data: data.filter((order) => order.id === id), hasMore: false } });
  });
  await logInByPage(page, product, 'manager', '/admin/menu');
  const alarm = page.getByRole('status').filter({ hasText: 'The kitchen has not answered' });
  await alarm.getByRole('link', { name: `order ${number}` }).click();
  await page.waitForURL(new RegExp(`/admin/orders\\?order=${id}`));
  await expect(alarm).toBeVisible();
  await expectSoundInEveryLook(page);

  const key = { 'Idempotency-Key': `given-back-${id}` };
  const money = { method: 'cash', amountMinor: totalMinor };
  expect((await staff.api.post(`orders/${id}/payments`, { data: money, headers: key })).status()).toBe(201);
  const answer = { reason: 'Left', kitchenAnswer: 'not-made' };
  const cancelled = await staff.api.post(`orders/${id}/cancellation`, { data: answer, headers: { 'If-Match': '*' } });
  expect(cancelled.status()).toBe(200);
  await page.getByRole('button', { name: 'Give money back…' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Given back' }).click();
  await expect(page.getByText(`Money given back noted for order ${number}`).first()).toBeVisible();
  await expect(page.getByText('To give back')).toHaveCount(0);
});
