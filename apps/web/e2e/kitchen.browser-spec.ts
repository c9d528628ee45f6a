import { randomUUID } from 'node:crypto';
import type { BoardView, PlacedOrderView, StaffTableView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';
import { expectSound } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';
import type { DemoStaff } from './support/product.js';

const product = startProduct();
let cook: DemoStaff;
let here: string;
let tables: StaffTableView[];

test.beforeAll(async ({ playwright }) => {
  cook = await logInAs('kitchen', product, playwright.request);
  here = `locations/${cook.session.locationId}`;
  tables = (await (await cook.api.get(`${here}/tables`)).json()) as StaffTableView[];
});

/** Every test begins with an empty kitchen. */
test.afterEach(async () => {
  const { tickets } = (await (await cook.api.get(`${here}/board`)).json()) as BoardView;
  for (const { id, state } of tickets) await command(id, state === 'cancelled' ? 'acknowledgement' : 'bump');
  const { orders } = (await (await cook.api.get(`${here}/expo`)).json()) as { orders: { orderId: string }[] };
  for (const { orderId } of orders) await cook.api.post(`orders/${orderId}/hand-over`, anyVersion);
});

const anyVersion = { headers: { 'If-Match': '*' }, data: {} };

async function command(ticketId: string, path: string): Promise<void> {
  const answer = await cook.api.post(`tickets/${ticketId}/${path}`, anyVersion);
  expect(answer.status()).toBe(200);
}

interface Wanted {
  readonly items: readonly string[];
  readonly table?: number;
  readonly name?: string;
  readonly note?: string;
}

/** A guest orders over the API. */
async function place(guest: APIRequestContext, { items, table, name, note }: Wanted): Promise<PlacedOrderView> {
  const path = table === undefined ? undefined : tables[table - 1]?.guestPath;
  const tableToken = path?.split('/').at(-1);
  const answer = await guest.post(`${product.address}/api/v1/${here}/orders`, {
    headers: { 'Idempotency-Key': randomUUID() },
    data: {
      fulfilment: tableToken === undefined ? { type: 'pickup' } : { type: 'dine-in', tableToken },
      lines: items.map((itemId) => ({ itemId, quantity: 1 })),
      guest: { name: name ?? 'Ines' },
      ...(note === undefined ? {} : { note }),
    },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as PlacedOrderView;
}

async function enter(page: Page, path: string, size = { width: 1280, height: 800 }): Promise<void> {
  await page.setViewportSize(size);
  await page.context().addCookies((await cook.api.storageState()).cookies);
  await page.goto(`${product.address}${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function openBoard(page: Page, station = 'grill'): Promise<void> {
  await enter(page, `/kitchen/${station}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
}

const slot = (page: Page, index: number) => page.locator(`[data-slot="${index}"]`);

test('somebody who is not logged in comes to the log-in', async ({ page }) => {
  await page.goto(`${product.address}/kitchen/grill`);
  await page.waitForURL(/\/admin\/login\?next=%2Fkitchen%2Fgrill/);
});

test('a shift starts with the choice of the station', async ({ page }) => {
  await enter(page, '/kitchen');
  await expect(page.getByRole('radio', { name: /Grill/ })).toBeChecked();
  await expectSound(page);
  await page.screenshot({ path: 'test-results/kitchen-picker.png' });
  await page.getByRole('radio', { name: /Cold/ }).check({ force: true });
  await page.getByRole('button', { name: /Start shift/ }).click();
  await page.waitForURL(/\/kitchen\/cold$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Cold' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Sound on' })).toBeVisible();
  await page.getByRole('button', { name: 'Sound on' }).click();
  await expect(page.getByRole('button', { name: 'Muted' })).toHaveAttribute('aria-pressed', 'true');
  await page.goto(`${product.address}/kitchen`);
  await expect(page.getByRole('radio', { name: /Cold/ })).toBeChecked();
});

test('an empty board says so with the clock', async ({ page }) => {
  await openBoard(page);
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible();
  await expectSound(page);
});

test("a guest's order is on the board within a second and goes through the cook's hands", async ({ page, request }) => {
  await openBoard(page);
  const placed = await place(request, { items: ['leeks', 'croquettes'], table: 3, note: 'Nut allergy, please' });
  const answeredAt = Date.now();
  const ticket = page.getByRole('article', { name: /Table 3, dine-in, 2 items, ALLERGY/ });
  await expect(ticket).toBeVisible({ timeout: 1000 });
  console.log(`on the board ${Date.now() - answeredAt} ms after the answer`);
  await expect(ticket.getByText('ALLERGY', { exact: true })).toBeVisible();
  await expectSound(page);

  await ticket.getByRole('button', { name: /Start/ }).click();
  await expect(ticket.getByText('COOKING')).toBeVisible();
  await ticket.getByRole('button', { name: /Charred leeks/ }).click();
  await expect(ticket.getByRole('button', { name: /Charred leeks/ })).toHaveAttribute('aria-pressed', 'true');
  await expectSound(page);

  await ticket.getByRole('button', { name: /Bump/ }).click();
  await page.getByRole('button', { name: 'Undo Table 3' }).click();
  await expect(ticket.getByText('RECALLED')).toBeVisible();

  await ticket.getByRole('button', { name: /Bump/ }).click();
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible({ timeout: 8000 });
  const order = (await (await request.get(`${product.address}/api/v1/tracking/${placed.trackingToken}`)).json()) as {
    state: string;
  };
  expect(order.state).toBe('ready');

  await page.getByRole('button', { name: 'Recall' }).click();
  const list = page.getByRole('dialog', { name: 'Bumped tickets' });
  await expect(list.getByText(/\d:\d\d/).first()).toBeVisible();
  await expectSound(page);
  await page.screenshot({ path: 'test-results/kitchen-recall.png' });
  await list.getByRole('button', { name: 'Recall Table 3' }).click();
  await expect(ticket).toBeVisible();
});

test('the clock of a recalled ticket goes on from the first fire', async ({ page, request }) => {
  await openBoard(page);
  await place(request, { items: ['leeks'] });
  await expect(slot(page, 0).locator('.watch')).toHaveText(/0:0[3-9]/, { timeout: 8000 });
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: /Undo/ })).toBeVisible();
  await page.waitForTimeout(2000);
  await page.keyboard.press('r');
  await expect(slot(page, 0).locator('.watch')).toHaveText(/0:(0[5-9]|1\d)/);
});

test('the ring of a bumped ticket has no violation', async ({ page, request }) => {
  await openBoard(page);
  await place(request, { items: ['leeks'], table: 3 });
  await page.route('**/bump', (route) =>
    new Promise((resolve) => setTimeout(resolve, 8000)).then(() => route.continue()),
  );
  await page.keyboard.press('1');
  await expect(slot(page, 0)).toContainText('Sending');
  await expectSound(page);
  await page.screenshot({ path: 'test-results/kitchen-ring.png' });
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible({ timeout: 15_000 });
});

test('slots never move: one that is free stays empty until the next ticket', async ({ page, request }) => {
  await openBoard(page);
  for (const name of ['Ada', 'Bo', 'Cy']) await place(request, { items: ['leeks'], name });
  await expect(slot(page, 2)).toContainText('Cy');
  await page.keyboard.press('2');
  await expect(slot(page, 1)).toContainText('Slot 2, empty', { timeout: 8000 });
  await expect(slot(page, 0)).toContainText('Ada');
  await expect(slot(page, 2)).toContainText('Cy');
  await expectSound(page);
  await place(request, { items: ['prawns'], name: 'Di' });
  await expect(slot(page, 1)).toContainText('Di');
  await page.keyboard.press('1');
  await expect(slot(page, 0)).toContainText('empty', { timeout: 8000 });
  await page.keyboard.press('c');
  await expect(slot(page, 0)).toContainText('Di');
});

test('more tickets than slots wait, and the longest waiting comes next', async ({ page, request }) => {
  await openBoard(page);
  for (let guest = 1; guest <= 8; guest += 1) await place(request, { items: ['leeks'], name: `Guest ${guest}` });
  await page.getByRole('button', { name: /\+2 waiting.*next due/ }).click();
  await expect(page.getByRole('dialog', { name: 'Waiting for a slot' })).toContainText('Charred leeks');
  await expectSound(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  await expect(slot(page, 3)).toContainText('Guest 7', { timeout: 8000 });
  await expect(page.getByRole('button', { name: /\+1 waiting/ })).toBeVisible();
});

test('with the keyboard alone: select, strike, start, bump, undo, and the switch that turns keys off', async ({
  page,
  request,
}) => {
  await openBoard(page);
  await place(request, { items: ['leeks', 'prawns'], table: 1 });
  await place(request, { items: ['croquettes'], table: 2 });
  await expect(slot(page, 1)).toContainText('Table 2');
  await page.keyboard.press('ArrowRight');
  await expect(slot(page, 0).getByRole('button', { name: /Bump Table 1/ })).toBeFocused();
  await page.keyboard.press('b');
  await expect(slot(page, 0)).toContainText('COOKING');
  await page.keyboard.press('ArrowDown');
  await expect(slot(page, 0).getByRole('button', { name: /Charred leeks/ })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(slot(page, 0).getByRole('button', { name: /Charred leeks/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(slot(page, 0).getByRole('button', { name: /Undo/ })).toBeFocused();
  await page.keyboard.press('r');
  await expect(slot(page, 0)).toContainText('RECALLED');
  await page.keyboard.press('2');
  await expect(slot(page, 1)).toContainText('Bumped');

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expectSound(page);
  await page.screenshot({ path: 'test-results/kitchen-keys.png' });
  await keys.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('1');
  await page.waitForTimeout(300);
  await expect(slot(page, 0)).not.toContainText('Bumped');
});

test('a cancelled order stays struck until the cook has seen it', async ({ page, request, playwright }) => {
  await openBoard(page);
  const { id, version } = await place(request, { items: ['leeks'], table: 5 });
  const manager = await logInAs('manager', product, playwright.request);
  await expect(slot(page, 0)).toContainText('Table 5');
  const cancelled = await manager.api.post(`orders/${id}/cancellation`, {
    headers: { 'If-Match': `"${version}"` },
    data: { reason: 'Guest left' },
  });
  expect(cancelled.status()).toBe(200);
  await expect(slot(page, 0)).toContainText('CANCELLED');
  await expectSound(page);
  await page.screenshot({ path: 'test-results/kitchen-cancelled.png' });
  await page.getByRole('button', { name: /Acknowledge Table 5/ }).click();
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible();
});

test.describe('two screens', () => {
  let other: BrowserContext;
  test.beforeEach(async ({ browser }) => (other = await browser.newContext()));
  test.afterEach(() => other.close());

  test('show what the other cook has done, and by whom', async ({ page, request, playwright }) => {
    const chef = await logInAs('manager', product, playwright.request);
    const second = await other.newPage();
    await openBoard(page);
    await second.context().addCookies((await chef.api.storageState()).cookies);
    await second.goto(`${product.address}/kitchen/grill`);
    await expect(second.getByText('Live', { exact: true })).toBeVisible();
    await place(request, { items: ['leeks', 'prawns'], table: 4 });
    await expect(slot(second, 0)).toContainText('Table 4');
    await slot(page, 0)
      .getByRole('button', { name: /Charred leeks/ })
      .click();
    await expect(slot(second, 0).getByRole('button', { name: /Charred leeks/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await slot(second, 0).getByRole('button', { name: /Bump/ }).click();
    await expect(slot(page, 0)).toContainText('Bumped by Demo manager');
    await expect(slot(second, 0)).toContainText('Bumped');
    await slot(page, 0).getByRole('button', { name: /Undo/ }).click();
    await expect(slot(second, 0)).toContainText('RECALLED');
  });

  test('a bump that comes too late gives the ticket back with the reason', async ({ page, request }) => {
    await openBoard(page);
    await place(request, { items: ['leeks', 'prawns'], table: 4 });
    await expect(slot(page, 0)).toContainText('Table 4');
    // This screen hears nothing more, while another cook strikes an item.
    await page.route('**/bump', async (route) => {
      const { tickets } = (await (await cook.api.get(`${here}/board`)).json()) as BoardView;
      const [ticket] = tickets;
      await cook.api.post(`tickets/${ticket?.id ?? ''}/lines/${ticket?.lines[0]?.id ?? ''}/completion`, anyVersion);
      await route.continue();
    });
    await slot(page, 0).getByRole('button', { name: /Bump/ }).click();
    await expect(slot(page, 0)).toContainText('Another cook changed this ticket just now');
    await expectSound(page);
    await page.screenshot({ path: 'test-results/kitchen-refused.png' });
    await page.unroute('**/bump');
    await page.keyboard.press('1');
    await expect(slot(page, 0)).toContainText('Bumped');
  });
});

test('the pass shows whole orders, turns green at the last station and hands over', async ({ page, request }) => {
  await enter(page, '/kitchen/expo');
  await expect(page.getByRole('heading', { name: 'Nothing to pass' })).toBeVisible();
  await expectSound(page);
  const placed = await place(request, { items: ['leeks', 'bread'], table: 6 });
  const order = page.getByRole('article', { name: /Table 6, waiting for Grill, Cold, not paid/ });
  await expect(order).toBeVisible({ timeout: 1000 });
  await expect(order.getByText('waiting')).toHaveCount(2);
  await expectSound(page);
  const { tickets } = (await (await cook.api.get(`${here}/board`)).json()) as BoardView;
  const [first, last] = tickets;
  await command(first?.id ?? '', 'bump');
  await expect(page.getByText('1 station to go')).toBeVisible();
  await command(last?.id ?? '', 'bump');
  const ready = page.getByRole('article', { name: /Table 6, ready, not paid/ });
  await expect(ready).toBeVisible();
  await expect(page.getByText('1 to hand over')).toBeVisible();
  await expectSound(page);
  await page.screenshot({ path: 'test-results/kitchen-expo.png' });

  await ready.getByRole('button', { name: /Handed over/ }).click();
  await page.getByRole('button', { name: 'Undo Table 6' }).click();
  await expect(ready).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: 'Nothing to pass' })).toBeVisible({ timeout: 8000 });
  const tracked = await request.get(`${product.address}/api/v1/tracking/${placed.trackingToken}`);
  expect(((await tracked.json()) as { state: string }).state).toBe('completed');
});

for (const [name, width, height] of [
  ['wall', 1920, 1080],
  ['tablet', 1280, 800],
  ['phone', 390, 844],
] as const) {
  test(`a full board and pass on a ${name} have no violation and fit`, async ({ page, request }) => {
    await place(request, { items: ['leeks', 'prawns', 'croquettes', 'leeks', 'prawns', 'croquettes'], table: 7 });
    for (let guest = 1; guest <= 9; guest += 1) await place(request, { items: ['leeks'], name: `Guest ${guest}` });
    for (const path of ['grill', 'expo']) {
      await enter(page, `/kitchen/${path}`, { width, height });
      await expect(page.getByRole('article').first()).toBeVisible();
      await expectSound(page);
      const targets = await page
        .locator('app-root button:visible, .slots a')
        .evaluateAll(
          (all) =>
            all.map((each) => each.getBoundingClientRect()).filter(({ width: w, height: h }) => w < 64 || h < 64)
              .length,
        );
      expect(targets).toBe(0);
      await page.screenshot({ path: `test-results/kitchen-${path}-${name}.png` });
    }
  });
}

test('nothing loads without the server, and the retry brings it back', async ({ page }) => {
  await page.route('**/board*', (route) => route.abort());
  await enter(page, '/kitchen/grill');
  await expect(page.getByRole('heading', { name: 'The kitchen did not load' })).toBeVisible();
  await expectSound(page);
  await page.unroute('**/board*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible();
});

test('a board that hears nothing turns amber after 10 s and says NOT LIVE after 15', async ({ page, request }) => {
  await place(request, { items: ['leeks'], table: 2 });
  await page.route('**/events/stream*', (route) => route.abort());
  await enter(page, '/kitchen/grill');
  await expect(page.locator('app-kitchen-bar header')).toHaveClass('stale', { timeout: 12_000 });
  await expectSound(page);
  await expect(page.getByText(/NOT LIVE, showing 1 ticket/)).toBeVisible({ timeout: 8000 });
  await expectSound(page);
  await page.screenshot({ path: 'test-results/kitchen-not-live.png' });
  await page.route('**/bump', (route) => route.abort());
  await page.keyboard.press('1');
  await expect(slot(page, 0)).toContainText('No answer from the server');
  await page.unroute('**/bump');
  await page.unroute('**/events/stream*');
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 20_000 });
});
