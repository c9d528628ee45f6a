import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { DemoKitchen, slot } from './support/kitchen.js';
import { expectSound, takePicture } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';
import type { DemoStaff } from './support/product.js';

test.use({ serviceWorkers: 'block' });

const product = startProduct();
let kitchen: DemoKitchen;
let manager: DemoStaff;

test.beforeAll(async ({ playwright }) => {
  kitchen = await DemoKitchen.of(product, playwright.request);
  manager = await logInAs('manager', product, playwright.request);
});
test.afterEach(() => kitchen.clear());

/** What a cook's hands can do without a mouse: the same deeds, by whatever keys this screen has. */
interface Keys {
  readonly right: string;
  readonly down: string;
  readonly up: string;
  /** Does what the focus is on. */
  readonly press: string;
  readonly slot: (number: number) => string;
  readonly start: string;
  readonly recall: string;
  readonly list: string;
  readonly allDay: string;
  readonly soldOut: string;
  /** To the next thing in a sheet. */
  readonly next: string;
}

const KEYBOARD: Keys = {
  right: 'ArrowRight',
  down: 'ArrowDown',
  up: 'ArrowUp',
  press: 'Enter',
  slot: String,
  start: 'b',
  recall: 'r',
  list: 'Shift+R',
  allDay: 'a',
  soldOut: 's',
  next: 'Tab',
};

/** In the order in which a bar is taught: ten slots, then what else a board understands. */
const BAR_KEYS = [
  ...'F1 F2 F3 F4 F5 F6 F7 F8 F9 F10'.split(' '),
  'q',
  'w',
  'u',
  'd',
  'p',
  'F11',
  'l',
  'g',
  'F12',
  'o',
  'k',
];
const BAR: Keys = {
  right: 'w',
  down: 'd',
  up: 'u',
  press: 'p',
  slot: (number) => `F${number}`,
  start: 'g',
  recall: 'F11',
  list: 'l',
  allDay: 'F12',
  soldOut: 'o',
  next: 'd',
};

async function pressUntil(page: Page, key: string, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tries = 0; tries < 12; tries += 1) {
    if (await target.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Start, strike, bump, undo, bump again, and back from the list of bumped tickets. */
async function cookTableOne(page: Page, keys: Keys): Promise<void> {
  const ticket = slot(page, 0);
  await page.keyboard.press(keys.right);
  await expect(ticket.getByRole('button', { name: /Bump Table 1/ })).toBeFocused();
  await page.keyboard.press(keys.start);
  await expect(ticket).toContainText('COOKING');
  const leeks = ticket.getByRole('button', { name: /Charred leeks/ });
  await pressUntil(page, keys.down, leeks);
  await page.keyboard.press(keys.press);
  await expect(leeks).toHaveAttribute('aria-pressed', 'true');
  await pressUntil(page, keys.up, ticket.getByRole('button', { name: /Bump Table 1/ }));
  await page.keyboard.press(keys.press);
  await expect(ticket.getByRole('button', { name: /Undo/ })).toBeFocused();
  await page.keyboard.press(keys.recall);
  await expect(ticket).toContainText('COOKING');
  await page.keyboard.press(keys.slot(1));
  await expect(ticket).toContainText('Slot 1, empty', { timeout: 8000 });
  await page.keyboard.press(keys.list);
  const list = page.getByRole('dialog', { name: 'Bumped tickets' });
  await pressUntil(page, keys.next, list.getByRole('button', { name: 'Recall Table 1' }).first());
  await page.keyboard.press(keys.press);
  await expect(list).toBeHidden();
  await expect(ticket).toContainText('COOKING');
  await page.keyboard.press(keys.slot(1));
  await expect(ticket).toContainText('Slot 1, empty', { timeout: 8000 });
}

/** The allergy is read, and what was begun of a cancelled order is answered. */
async function answerTheOthers(page: Page, keys: Keys, orderId: string): Promise<void> {
  const [allergic, cancelled] = [slot(page, 1), slot(page, 2)];
  await page.keyboard.press(keys.slot(2));
  await expect(allergic).toContainText('Read the allergy first');
  if (keys === KEYBOARD) {
    await pressUntil(page, keys.right, allergic.getByRole('button', { name: /Bump Table 2/ }));
    await pressUntil(page, keys.down, allergic.getByRole('button', { name: /I have read it/ }));
    await page.keyboard.press(keys.press);
  } else {
    // Nobody reads quicker: a key that bounces has not read anything.
    await page.waitForTimeout(1100);
    await page.keyboard.press(keys.slot(2));
  }
  await expect(allergic).toContainText('read by Demo kitchen');
  await page.keyboard.press(keys.slot(2));
  await expect(allergic).toContainText('Bumped');

  await pressUntil(page, keys.right, cancelled.getByRole('button', { name: /Bump Table 3/ }));
  await page.keyboard.press(keys.start);
  await expect(cancelled).toContainText('COOKING');
  const reason = { reason: 'Guest left' };
  const answer = await manager.api.post(`orders/${orderId}/cancellation`, {
    headers: { 'If-Match': '*' },
    data: reason,
  });
  expect(answer.status()).toBe(200);
  await expect(cancelled).toContainText('CANCELLED');
  await page.keyboard.press(keys.slot(3));
  await expect(cancelled).toContainText('Say first whether it was made');
  await pressUntil(page, keys.down, cancelled.getByRole('button', { name: 'Not made' }));
  await page.keyboard.press(keys.press);
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible({ timeout: 8000 });
}

/** Counts are looked at, and a dish is taken off sale and put back. */
async function countAndSellOut(page: Page, keys: Keys): Promise<void> {
  await page.keyboard.press(keys.allDay);
  const allDay = page.getByRole('dialog', { name: 'All day' });
  await expect(allDay).toContainText(/1\s*Garlic prawns/);
  await expectSound(page);
  await takePicture(page, 'kitchen-all-day');
  await page.keyboard.press(keys.allDay);
  await expect(allDay).toBeHidden();

  await page.keyboard.press(keys.soldOut);
  const soldOut = page.getByRole('dialog', { name: 'Sold out' });
  const dish = soldOut.getByRole('button', { name: /^Charred leeks/ });
  await pressUntil(page, keys.next, dish);
  await page.keyboard.press(keys.press);
  await expect(soldOut.getByText(/With it fall|Nothing else falls/)).toBeVisible();
  await pressUntil(page, keys.next, soldOut.getByRole('button', { name: /Until tomorrow/ }));
  await expectSound(page);
  await page.keyboard.press(keys.press);
  await expect(soldOut.getByText('SOLD OUT', { exact: true })).toBeVisible();
  await pressUntil(page, keys === BAR ? keys.next : 'Shift+Tab', dish);
  await page.keyboard.press(keys.press);
  await pressUntil(page, keys.next, soldOut.getByRole('button', { name: /Back on sale/ }));
  await page.keyboard.press(keys.press);
  await expect(soldOut.getByText('SOLD OUT', { exact: true })).toBeHidden();
  await page.keyboard.press(keys === BAR ? keys.soldOut : 'Escape');
  await expect(soldOut).toBeHidden();
}

async function aShift(page: Page, keys: Keys): Promise<void> {
  const guest = page.request;
  await kitchen.place(guest, { items: ['leeks', 'prawns'], table: 1 });
  await expect(slot(page, 0)).toContainText('Table 1');
  await kitchen.place(guest, { items: ['leeks'], allergies: ['celery'], table: 2 });
  await expect(slot(page, 1)).toContainText('Table 2');
  const third = await kitchen.place(guest, { items: ['croquettes'], table: 3 });
  await expect(slot(page, 2)).toContainText('Table 3');
  await countAndSellOut(page, keys);
  await cookTableOne(page, keys);
  await answerTheOthers(page, keys, third.id);
}

test('a whole shift with the keyboard alone, from the choice of the station to single keys switched off', async ({
  page,
}) => {
  test.slow();
  await kitchen.enter(page, '/kitchen');
  await pressUntil(page, 'Tab', page.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /Grill/ })).toBeChecked();
  await pressUntil(page, 'Tab', page.getByRole('button', { name: /Start shift/ }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/kitchen\/grill$/);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await aShift(page, KEYBOARD);

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expectSound(page);
  await pressUntil(page, 'Tab', keys.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await kitchen.place(page.request, { items: ['leeks'], table: 5 });
  await expect(slot(page, 0)).toContainText('Table 5');
  await page.keyboard.press('1');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(slot(page, 0)).not.toContainText('Bumped');
});

test('a whole shift with the keys of a bump bar alone, taught before it begins', async ({ page }) => {
  test.slow();
  await kitchen.openBoard(page);
  await page.getByRole('button', { name: 'This screen' }).click();
  const setup = page.getByRole('dialog', { name: 'This screen' });
  await setup.getByRole('button', { name: 'Teach a key' }).click();
  for (const key of BAR_KEYS) await page.keyboard.press(key);
  await expect(setup.getByText(`Taught: ${BAR_KEYS.length} keys`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(setup).toBeHidden();
  await aShift(page, BAR);
});
