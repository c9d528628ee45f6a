import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { DemoKitchen, anyVersion, slot } from './support/kitchen.js';
import { expectSound, takePicture } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';

// A worker that keeps pages would answer in the place of the server that these tests play.
test.use({ serviceWorkers: 'block' });

const product = startProduct();
let kitchen: DemoKitchen;

test.beforeAll(async ({ playwright }) => (kitchen = await DemoKitchen.of(product, playwright.request)));
/** Every test begins with an empty kitchen. */
test.afterEach(() => kitchen.clear());

const WALL = { width: 1920, height: 1080 };

test('a shift starts with the log-in, the choice of the station and how the screen hangs', async ({ page }) => {
  await page.goto(`${product.address}/kitchen/grill`);
  await page.waitForURL(/\/kitchen\/pair\?next=%2Fkitchen%2Fgrill/);
  await kitchen.enter(page, '/kitchen', WALL);
  await expect(page.getByRole('radio', { name: /Grill/ })).toBeChecked();
  await expectSound(page);
  await takePicture(page, 'kitchen-picker');
  await page.getByRole('radio', { name: /Cold/ }).check({ force: true });
  await page.getByRole('button', { name: /Start shift/ }).click();
  await page.waitForURL(/\/kitchen\/cold$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Cold' })).toBeFocused();
  await page.getByRole('button', { name: 'Sound on' }).click();
  await expect(page.getByRole('button', { name: 'Muted' })).toHaveAttribute('aria-pressed', 'true');

  const columns = () => page.locator('main').evaluate((main) => getComputedStyle(main).getPropertyValue('--columns'));
  expect(await columns()).toBe('4');
  await page.getByRole('button', { name: 'This screen' }).click();
  const setup = page.getByRole('dialog', { name: 'This screen' });
  await setup.getByRole('radio', { name: '2 m' }).check({ force: true });
  await expect(setup.getByText(/5\d px/)).toBeVisible();
  await setup.getByRole('radio', { name: '32″' }).check({ force: true });
  await expect(setup.getByText(/38 px/)).toBeVisible();
  await setup.getByRole('button', { name: 'Louder' }).click();
  await expect(setup.getByText('60 %')).toBeVisible();
  await setup.getByRole('button', { name: 'Function keys' }).click();
  await expectSound(page);
  await setup.getByRole('radio', { name: 'Light screen' }).check({ force: true });
  await expectSound(page);
  await takePicture(page, 'kitchen-setup');
  await page.keyboard.press('Escape');
  await expect.poll(columns).toBe('3');
  await page.goto(`${product.address}/kitchen`);
  await expect(page.getByRole('radio', { name: /Cold/ })).toBeChecked();
});

test("a guest's order is on the board within a second and goes through the cook's hands", async ({ page, request }) => {
  await kitchen.openBoard(page);
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible();
  await expectSound(page);
  const placed = await kitchen.place(request, {
    items: ['leeks', 'croquettes', 'leeks'],
    table: 3,
    note: 'Nut allergy, please',
  });
  const answeredAt = Date.now();
  const ticket = page.getByRole('article', { name: /Table 3, dine-in, 3 items, ALLERGY/ });
  await expect(ticket).toBeVisible({ timeout: 1000 });
  console.log(`on the board ${Date.now() - answeredAt} ms after the answer`);
  await expect(ticket.getByText('ALLERGY', { exact: true })).toBeVisible();
  await expectSound(page);

  await ticket.getByRole('button', { name: /Start/ }).click();
  await expect(ticket.getByText('COOKING')).toBeVisible();
  const leeks = ticket.getByRole('button', { name: /2 Charred leeks/ });
  await leeks.click();
  await expect(leeks).toHaveAttribute('aria-pressed', 'true');
  await leeks.click();
  await expect(leeks).toHaveAttribute('aria-pressed', 'false');
  await leeks.click();
  await expectSound(page);

  await ticket.getByRole('button', { name: /Bump/ }).click();
  await page.getByRole('button', { name: 'Undo Table 3' }).click();
  await expect(leeks).toHaveAttribute('aria-pressed', 'true');
  await expect(ticket.locator('.watch')).toHaveText(/0:0[3-9]|0:[1-5]\d/, { timeout: 8000 });
  await ticket.getByRole('button', { name: /Bump/ }).click();
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible({ timeout: 8000 });
  const tracked = await request.get(`${product.address}/api/v1/tracking/${placed.trackingToken}`);
  expect(((await tracked.json()) as { state: string }).state).toBe('ready');

  await page.getByRole('button', { name: 'Recall' }).click();
  const list = page.getByRole('dialog', { name: 'Bumped tickets' });
  await list.getByRole('searchbox').fill('table 3');
  await expectSound(page);
  await takePicture(page, 'kitchen-recall');
  await list.getByRole('button', { name: 'Recall Table 3' }).click();
  await expect(ticket).toBeVisible();
  await expect(ticket.locator('.watch')).not.toHaveText(/^0:0[0-3]$/);
});

test('slots never move; those who find none wait, and a gap is closed by a key', async ({ page, request }) => {
  await kitchen.openBoard(page);
  for (let guest = 1; guest <= 8; guest += 1)
    await kitchen.place(request, { items: ['leeks'], name: `Guest ${guest}` });
  await page.getByRole('button', { name: /\+2 waiting.*next due/ }).click();
  await expect(page.getByRole('dialog', { name: 'Waiting for a slot' })).toContainText('Charred leeks');
  await expectSound(page);
  await page.keyboard.press('Escape');
  let letGo = (): void => undefined;
  const seen = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/bump', (route) => seen.then(() => route.continue()));
  await page.keyboard.press('4');
  await expect(slot(page, 3)).toContainText('Sending');
  await expectSound(page);
  await takePicture(page, 'kitchen-ring');
  letGo();
  await expect(slot(page, 3)).toContainText('Guest 7', { timeout: 8000 });
  await page.keyboard.press('5');
  await page.keyboard.press('2');
  await expect(slot(page, 4)).toContainText('Guest 8', { timeout: 8000 });
  await expect(slot(page, 1)).toContainText('Slot 2, empty');
  await expect(slot(page, 2)).toContainText('Guest 3');
  await page.keyboard.press('c');
  await expect(slot(page, 1)).toContainText('Guest 3');
});

test('a cancelled order stays struck until the cook has seen it', async ({ page, request, playwright }) => {
  await kitchen.openBoard(page);
  const { id, version } = await kitchen.place(request, { items: ['leeks'], table: 5 });
  const manager = await logInAs('manager', product, playwright.request);
  await expect(slot(page, 0)).toContainText('Table 5');
  const cancelled = await manager.api.post(`orders/${id}/cancellation`, {
    headers: { 'If-Match': `"${version}"` },
    data: { reason: 'Guest left' },
  });
  expect(cancelled.status()).toBe(200);
  await expect(slot(page, 0)).toContainText('CANCELLED');
  await expectSound(page);
  await takePicture(page, 'kitchen-cancelled');
  await page.getByRole('button', { name: /Acknowledge Table 5/ }).click();
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible();
});

test.describe('two screens', () => {
  let other: BrowserContext;
  test.beforeEach(async ({ browser }) => (other = await browser.newContext()));
  test.afterEach(() => other.close());

  test('show what the other cook has done, and why a bump came too late', async ({ page, request, playwright }) => {
    const chef = await logInAs('manager', product, playwright.request);
    const second = await other.newPage();
    await kitchen.openBoard(page);
    await second.context().addCookies((await chef.api.storageState()).cookies);
    await second.goto(`${product.address}/kitchen/grill`);
    await expect(second.getByText('Live', { exact: true })).toBeVisible();
    await kitchen.place(request, { items: ['leeks', 'prawns'], table: 4 });
    await expect(slot(second, 0)).toContainText('Table 4');
    await lineOf(page, /Charred leeks/).click();
    await expect(lineOf(second, /Charred leeks/)).toHaveAttribute('aria-pressed', 'true');
    await slot(second, 0).getByRole('button', { name: /Bump/ }).click();
    await expect(slot(page, 0)).toContainText('Bumped by Demo manager');
    await slot(page, 0).getByRole('button', { name: /Undo/ }).click();
    await expect(lineOf(second, /Garlic prawns/)).toBeVisible();

    // The bump is on its way while another cook strikes the second item.
    await page.route('**/bump', async (route) => {
      const [ticket] = (await kitchen.board()).tickets;
      const line = ticket?.lines.find(({ state }) => state !== 'ready');
      await kitchen.cook.api.post(`tickets/${ticket?.id ?? ''}/lines/${line?.id ?? ''}/start`, anyVersion);
      await route.continue();
    });
    await slot(page, 0).getByRole('button', { name: /Bump/ }).click();
    await expect(slot(page, 0)).toContainText('Another cook changed this ticket just now');
    await expectSound(page);
    await takePicture(page, 'kitchen-refused');
    await page.unroute('**/bump');
    await page.keyboard.press('1');
    await expect(slot(page, 0)).toContainText('Bumped');
  });
});

const lineOf = (page: Page, name: RegExp) => slot(page, 0).getByRole('button', { name });

test('the pass shows whole orders, turns green at the last station and hands over', async ({ page, request }) => {
  await kitchen.enter(page, '/kitchen/expo');
  await expect(page.getByRole('heading', { name: 'Nothing to pass' })).toBeVisible();
  await expectSound(page);
  const placed = await kitchen.place(request, { items: ['leeks', 'bread'], table: 6 });
  const order = page.getByRole('article', { name: /Table 6, waiting for Grill, Cold, not paid/ });
  await expect(order).toBeVisible({ timeout: 1000 });
  await expectSound(page);
  const [first, last] = (await kitchen.board()).tickets;
  await kitchen.command(first?.id ?? '', 'bump');
  await expect(page.getByText('1 station to go')).toBeVisible();
  await kitchen.command(last?.id ?? '', 'bump');
  const ready = page.getByRole('article', { name: /Table 6, ready, not paid/ });
  await expect(ready).toBeVisible();
  await expect(page.getByText('1 to hand over')).toBeVisible();
  await expectSound(page);
  await ready
    .getByRole('button', { name: /take out/ })
    .first()
    .click();
  await expect(ready.getByText('1 of 2 outstanding')).toBeVisible();
  await takePicture(page, 'kitchen-expo');

  await ready.getByRole('button', { name: /Handed over/ }).click();
  await page.getByRole('button', { name: 'Undo Table 6' }).click();
  await expect(ready).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: 'Nothing to pass' })).toBeVisible({ timeout: 8000 });
  const tracked = await request.get(`${product.address}/api/v1/tracking/${placed.trackingToken}`);
  expect(((await tracked.json()) as { state: string }).state).toBe('completed');
});

test('full boards have no violation and fit on every screen, dark and light', async ({ page, request }) => {
  test.slow();
  await kitchen.place(request, {
    items: ['leeks', 'prawns', 'croquettes', 'half-chicken', 'bread', 'leeks'].filter((id) => id !== 'half-chicken'),
    table: 7,
    note: 'Nut allergy',
  });
  for (let guest = 1; guest <= 9; guest += 1)
    await kitchen.place(request, { items: ['leeks'], name: `Guest ${guest}` });
  for (const path of ['grill', 'expo']) {
    await kitchen.enter(page, `/kitchen/${path}`);
    await expect(page.getByRole('article').first()).toBeVisible();
    for (const [name, width, height] of SCREENS) {
      await page.setViewportSize({ width, height });
      for (const light of [false, true]) {
        await page.locator('app-kitchen-frame').evaluate((frame, on) => frame.classList.toggle('light', on), light);
        await expectSound(page);
        expect(await tooSmall(page)).toEqual([]);
        await takePicture(page, `kitchen-${path}-${name}-${light ? 'light' : 'dark'}`);
      }
    }
  }
  await kitchen.enter(page, '/kitchen/grill', { width: 390, height: 844 });
  const tops = () =>
    page.locator('[data-slot]').evaluateAll((slots) => slots.map((each) => (each as HTMLElement).offsetTop));
  await expect(slot(page, 2)).toContainText('Guest 2');
  const before = await tops();
  await slot(page, 1).getByRole('button', { name: /Bump/ }).click();
  await expect(slot(page, 1)).toContainText('Slot 2, empty', { timeout: 8000 });
  await expectSound(page);
  await takePicture(page, 'kitchen-phone-gap');
  expect((await tops()).slice(0, 5)).toEqual(before.slice(0, 5));
});

const SCREENS = [
  ['wall', 1920, 1080],
  ['tablet', 1280, 800],
  ['upright', 820, 1180],
  ['phone', 390, 844],
] as const;

/** The words of targets that a wet finger would miss. */
function tooSmall(page: Page): Promise<string[]> {
  return page.locator('app-root button:visible, .slots a').evaluateAll((all) =>
    all
      .filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width < 63.5 || height < 63.5;
      })
      .map((each) => each.textContent.trim()),
  );
}

test('without the server it says so, and a board that hears nothing turns amber, then NOT LIVE', async ({
  page,
  request,
}) => {
  await page.clock.install();
  await page.route('**/board?*', (route) => route.abort());
  await kitchen.enter(page, '/kitchen/grill');
  await expect(page.getByRole('heading', { name: 'The kitchen did not load' })).toBeVisible();
  await expectSound(page);
  await page.unroute('**/board?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible();

  await kitchen.place(request, { items: ['leeks'], table: 2 });
  await page.route('**/events/stream*', (route) => route.abort());
  await page.reload();
  await expect(slot(page, 0)).toContainText('Table 2');
  await page.clock.fastForward(10_000);
  await expect(page.locator('app-kitchen-bar header')).toHaveClass('stale');
  await expectSound(page);
  await page.clock.fastForward(5_000);
  await expect(page.getByText(/NOT LIVE.* showing 1 ticket/)).toBeVisible();
  await expectSound(page);
  await takePicture(page, 'kitchen-not-live');
  await page.unroute('**/events/stream*');
  await page.clock.fastForward(20_000);
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 20_000 });
});
