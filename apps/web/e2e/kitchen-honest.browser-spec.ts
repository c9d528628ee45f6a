import type { BoardView, TicketView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import { DemoKitchen, slot } from './support/kitchen.js';
import { expectSound, expectSoundInEveryLook, takePicture } from './support/looks.js';
import { startProduct } from './support/product.js';

const product = startProduct();
let kitchen: DemoKitchen;

test.beforeAll(async ({ playwright }) => (kitchen = await DemoKitchen.of(product, playwright.request)));
test.afterEach(() => kitchen.clear());

test('without the server a screen shows its last board after a reload, keeps what is tapped and sends it once', async ({
  page,
  request,
  context,
}) => {
  await kitchen.openBoard(page);
  await kitchen.place(request, { items: ['leeks'], name: 'Ada' });
  await kitchen.place(request, { items: ['leeks', 'prawns', 'leeks'], name: 'Bo', note: 'Nut allergy' });
  await expect(slot(page, 1)).toContainText('Bo');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.keyboard.press('1');
  await expect(slot(page, 0)).toContainText('Kept here until the server is back');
  await slot(page, 1)
    .getByRole('button', { name: /Garlic prawns/ })
    .click();
  await expect(page.getByText('2 taps not sent yet')).toBeVisible();
  await expect(slot(page, 0)).toContainText('Slot 1, empty', { timeout: 8000 });

  await page.reload();
  await expect(page.getByText(/NOT LIVE since \d\d:\d\d, showing 1 ticket/)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('2 taps not sent yet')).toBeVisible();
  await expect(slot(page, 0)).toContainText('Bo');
  await expect(slot(page, 0)).toContainText('NOT SENT YET');
  await expect(slot(page, 0).getByRole('button', { name: /2 Charred leeks/ })).toBeVisible();
  await expectSoundInEveryLook(page);
  await takePicture(page, 'kitchen-offline');

  await context.setOffline(false);
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/not sent yet/)).toBeHidden();
  const { tickets } = await kitchen.board();
  expect(tickets.map(({ guestName, version }) => [guestName, version])).toEqual([['Bo', 2]]);
});

test('200 open tickets and an update a second cost no long task', async ({ page, request }) => {
  test.slow();
  await kitchen.place(request, { items: ['leeks', 'prawns', 'croquettes'], name: 'Ada' });
  await page.route('**/board?*', async (route) => {
    const answer = await route.fetch();
    const board = (await answer.json()) as BoardView;
    const [one] = board.tickets as [TicketView];
    const more = Array.from({ length: 199 }, (_, index) => ({
      ...one,
      id: `copy-${index}`,
      orderNumber: 1000 + index,
    }));
    await route.fulfill({ json: { ...board, tickets: [one, ...more] } });
  });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await kitchen.openBoard(page);
  await expect(page.getByText(/\+\d+ waiting/)).toBeVisible();
  // A busy machine may hold the page up once; a board that is slow by itself is slow in every window.
  const windows: number[][] = [];
  do {
    await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
    for (let second = 0; second < 5; second += 1) {
      await kitchen.place(request, { items: ['leeks'], name: `Guest ${second}` });
      await page.waitForTimeout(1000);
    }
    await page.keyboard.press('1');
    await expect(slot(page, 0)).toContainText('Bumped');
    windows.push(await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks));
    await page.keyboard.press('r');
    await expect(slot(page, 0)).not.toContainText('Bumped');
  } while (windows.length < 4 && slowest(windows.at(-1)) > 50);
  console.log(
    `long tasks with 200 tickets: ${windows.map((tasks) => tasks.map(Math.round).join(', ') || 'none').join(' | ')}`,
  );
  expect(slowest(windows.at(-1))).toBeLessThanOrEqual(50);
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: 'All day' })).toContainText('Charred leeks');
  await expectSound(page);
});

const slowest = (tasks: readonly number[] = []): number => Math.max(0, ...tasks);
