import { randomUUID } from 'node:crypto';
import type { FloorTableView, FloorView, StaffOrderView, StaffTableView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { DemoKitchen } from './support/kitchen.js';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';
import type { DemoStaff } from './support/product.js';

test.use({ serviceWorkers: 'block' });

const product = startProduct();
let kitchen: DemoKitchen;
let waiter: DemoStaff;
let manager: DemoStaff;
let tables: readonly StaffTableView[];

test.beforeAll(async ({ playwright }) => {
  kitchen = await DemoKitchen.of(product, playwright.request);
  waiter = await logInAs('waiter', product, playwright.request);
  manager = await logInAs('manager', product, playwright.request);
  tables = (await (await waiter.api.get(`${kitchen.here}/tables`)).json()) as StaffTableView[];
});

const PHONE = { width: 390, height: 844 };
const tile = (page: Page, name: string) => page.getByRole('listitem').getByRole('button', { name });

async function openFloor(page: Page): Promise<void> {
  await page.setViewportSize(PHONE);
  await page.context().addCookies((await waiter.api.storageState()).cookies);
  await page.goto(`${product.address}/floor`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
}

test('a guest calls, a waiter comes, takes a round, moves the guests and frees the table', async ({
  page,
  browser,
  request,
}) => {
  test.slow();
  const guests = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
  const guest = await guests.newPage();
  await openFloor(page);
  await expect(tile(page, 'Table 3 Free')).toBeVisible();
  await expectSoundInEveryLook(page);
  await page.setViewportSize(PHONE);

  await test.step('the guest calls and the waiter sees it within a second', async () => {
    await guest.goto(`${product.address}${tables[2]?.guestPath ?? ''}`);
    await guest.getByRole('button', { name: 'Call a waiter' }).click();
    await expect(page.getByRole('button', { name: 'I am coming, Table 3' })).toBeVisible({ timeout: 1000 });
    await expect(guest.getByText(/You called at/)).toBeVisible();
    await expect(guest.getByRole('button', { name: 'Call a waiter' })).toBeDisabled();
    await expectSound(guest);
    await page.getByRole('button', { name: 'I am coming, Table 3' }).click();
    await expect(guest.getByText(/Somebody is coming/)).toBeVisible({ timeout: 2000 });
    await expect(page.getByRole('heading', { name: 'Calls' })).toBeHidden();
  });

  await test.step('the waiter takes a round in two courses', async () => {
    await tile(page, 'Table 3 Seated').click();
    await page.getByRole('link', { name: 'Take an order' }).click();
    await page.getByRole('searchbox').fill('leeks');
    await page.getByRole('button', { name: /^Add one .*leeks/ }).click();
    await page.getByRole('button', { name: /^Change .*leeks/ }).click();
    await page.getByLabel('Course').selectOption('2');
    await page.getByLabel('Note to the kitchen').fill('to share');
    await page.getByRole('button', { name: /^Save/ }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('searchbox').fill('croquettes');
    await page.getByRole('button', { name: /^Add one .*roquettes/ }).click();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: /^Send to the kitchen/ }).click();
    await expect(tile(page, 'Table 3 Ordered')).toBeVisible();
  });

  const board = await browser.newContext({ serviceWorkers: 'block' });
  const screen = await board.newPage();
  await test.step('another guest orders too, and the guests see who ordered what', async () => {
    await kitchen.place(request, { items: ['leeks'], table: 3, name: 'Leo' });
    await guest.locator('summary', { hasText: 'What was ordered' }).click();
    await expect(guest.getByText(/Leo · /).first()).toBeVisible();
    await guest.getByRole('radio', { name: 'Your round' }).check();
    await expect(guest.getByText('You have not ordered on this phone yet.')).toBeVisible();
    await expectSound(guest);
  });

  await test.step('the table moves, and the board shows where to', async () => {
    await kitchen.enter(screen, '/kitchen/all');
    await expect(screen.getByRole('article', { name: /Table 3/ }).first()).toBeVisible();
    const sheet = page.getByRole('dialog', { name: 'Table 3' });
    await expect(sheet.getByText(/held/)).toBeVisible();
    await sheet.getByRole('button', { name: 'Fire course 2' }).click();
    await expect(sheet.getByText(/held/)).toBeHidden();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
    await sheet.getByLabel('Choose a table').selectOption({ label: 'Table 5, free' });
    await sheet.getByRole('button', { name: 'Move here' }).click();
    await expect(screen.getByRole('article', { name: /Table 5/ }).first()).toBeVisible({ timeout: 2000 });
    await expect(screen.getByRole('article', { name: /Table 3/ })).toHaveCount(0);
  });

  await test.step('what is done is served, the bill is paid and the table is free', async () => {
    for (const { id } of (await kitchen.board()).tickets) await kitchen.command(id, 'bump');
    const moved = page.getByRole('dialog', { name: 'Table 5' });
    await expect(moved.getByText('at the pass').first()).toBeVisible();
    await moved.getByRole('button', { name: 'Close' }).click();
    const served = page.getByRole('button', { name: /^Served: / });
    await expect(served).toHaveCount(3);
    for (let left = 3; left > 0; left -= 1) {
      await served.first().click();
      await expect(served).toHaveCount(left - 1);
    }
    await tile(page, 'Table 5 Served').click();
    await moved.getByRole('button', { name: 'Cash' }).click();
    await expect(moved.getByText('All paid')).toBeVisible();
    await moved.getByRole('button', { name: 'Free the table' }).click();
    await expect(tile(page, 'Table 5 Free')).toBeVisible();
  });
  await guests.close();
  await board.close();
});

test('an order in the making outlives a reload with its allergies, and money is given back in two taps', async ({
  page,
  browser,
}) => {
  test.slow();
  await openFloor(page);

  await test.step('it is noted for a seat, with an allergy, and is still there after a reload', async () => {
    await tile(page, 'Table 7 Free').click();
    await page.getByRole('link', { name: 'Take an order' }).click();
    await page.getByRole('searchbox').fill('prawns');
    await page.getByRole('button', { name: /^Add one .*prawns/ }).click();
    await page.getByRole('button', { name: /^Change .*prawns/ }).click();
    await page.getByLabel('For whom').fill('Seat 2');
    await page.getByText('Allergies of Seat 2').click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'nuts', exact: true }).check();
    await expectSound(page);
    await page.getByRole('button', { name: /^Save/ }).click();
    const order = page.getByRole('form', { name: 'This order' });
    await order.locator('summary').click();
    await order.getByRole('checkbox', { name: 'gluten' }).check();
    await expect(page.getByText('Contains gluten: Garlic prawns')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Seat 2 · allergic to nuts')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('Contains gluten: Garlic prawns')).toBeVisible();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
  });

  await test.step('the tables say so, and it goes to the kitchen once', async () => {
    await page.getByRole('link', { name: 'Tables' }).click();
    await tile(page, 'Table 7 Free 1 noted, not sent').click();
    await page.getByRole('link', { name: 'Go on with the order' }).click();
    await page.getByRole('button', { name: /^Send to the kitchen/ }).click();
    await expect(tile(page, 'Table 7 Ordered')).not.toContainText('noted');
    const tickets = (await kitchen.board()).tickets.filter(({ tableName }) => tableName === '7');
    const allergies = ['gluten', 'nuts'];
    expect(tickets).toMatchObject([{ allergies, lines: [{ guestName: 'Seat 2', allergies }] }]);
  });

  const guests = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
  const guest = await guests.newPage();
  await test.step('it is paid and withdrawn: table, sheet and guest say what comes back, then how it came back', async () => {
    const { tickets } = await kitchen.board();
    const { orderId } = tickets.find(({ tableName }) => tableName === '7') ?? {};
    const order = (await (await waiter.api.get(`orders/${orderId ?? ''}`)).json()) as StaffOrderView;
    const paid = { method: 'card-terminal', amountMinor: order.totalMinor };
    await waiter.api.post(`orders/${order.id}/payments`, { data: paid, headers: { 'Idempotency-Key': randomUUID() } });
    const why = { reason: 'No prawns', kitchenAnswer: 'not-made' };
    await manager.api.post(`orders/${order.id}/cancellation`, { data: why, headers: { 'If-Match': '*' } });
    await guest.goto(`${product.address}${order.trackingPath}`);
    await expect(guest.getByText('You get back')).toBeVisible();
    await expectSoundInEveryLook(guest);
    await expect(tile(page, 'Table 7 Seated')).toContainText('Give back €12.90');
    // Whoever has sent a round is back at its table.
    const sheet = page.getByRole('dialog', { name: 'Table 7' });
    await sheet.getByRole('button', { name: 'Give back €12.90' }).click();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
    await sheet.getByRole('button', { name: 'Card' }).click();
    await expect(sheet.getByText(/^Given back: €12.90 · Card/)).toBeVisible();
    await expect(guest.getByText(/^Given back to the card/)).toBeVisible();
    await expect(guest.getByText('You get back')).toBeHidden();
  });
  await kitchen.clear();
  await guests.close();
});

test('a table that nobody freed yesterday stands above the others and is freed in one tap', async ({ page }) => {
  const table = tables[3] as StaffTableView;
  await waiter.api.put(`${kitchen.here}/tables/${table.id}/sitting`, { data: {} });
  await page.route('**/api/v1/**/floor', async (route) => {
    const floor = (await (await waiter.api.get(`${kitchen.here}/floor`)).json()) as FloorView;
    const since = (each: FloorTableView) =>
      each.id === table.id && each.sitting ? { ...each, sitting: { ...each.sitting, daysOpen: 1 } } : each;
    await route.fulfill({ json: { ...floor, tables: floor.tables.map(since) } });
  });
  await openFloor(page);
  await expect(tile(page, 'Table 4 Seated')).toContainText('Open since yesterday');
  await expectSound(page);
  await page.getByRole('button', { name: 'Free the table: Table 4' }).click();
  await expect(tile(page, 'Table 4 Free')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Still open from an earlier day' })).toBeHidden();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a waiter notes a phone order with name and number', async ({ page }) => {
  await openFloor(page);
  await page.getByRole('link', { name: 'Phone order' }).click();
  await page.getByRole('searchbox').fill('leeks');
  await page.getByRole('button', { name: /^Add one .*leeks/ }).click();
  await page.getByRole('button', { name: /^Send to the kitchen/ }).click();
  await expect(page.getByText(/Enter a name and a phone number/)).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Guest’s name').fill('Ines');
  await page.getByLabel('Phone number').fill('+49 30 1234567');
  await page.getByRole('button', { name: /^Send to the kitchen/ }).click();
  await expect(page.getByText(/is with the kitchen/)).toBeVisible();
  expect((await kitchen.board()).tickets).toMatchObject([{ fulfilment: 'pickup', guestName: 'Ines' }]);
});

test('a waiter sees that the tables are old when no others can be had, and that they are live again', async ({
  page,
  request,
}) => {
  await openFloor(page);
  await page.route('**/floor', (route) =>
    route.request().resourceType() === 'document' ? route.continue() : route.abort(),
  );
  await kitchen.place(request, { items: ['leeks'], table: 6 });
  await expect(page.getByText(/NOT LIVE/)).toBeVisible();
  await expect(tile(page, 'Table 6 Free')).toBeVisible();
  await expectSound(page);
  await page.unroute('**/floor');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/NOT LIVE/)).toBeHidden();
  await expect(tile(page, 'Table 6 Ordered')).toBeVisible();
});
