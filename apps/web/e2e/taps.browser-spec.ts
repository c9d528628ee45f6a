import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { logInAs, startProduct } from './support/product.js';

const product = startProduct();
test.use({ viewport: { width: 390, height: 844 } });

/** Counts what a thumb has to do; typing does not count, fields are told apart. */
class Thumb {
  taps = 0;
  fields = 0;

  constructor(private readonly page: Page) {}

  async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.click();
  }

  async fill(label: string, text: string): Promise<void> {
    this.fields += 1;
    await this.page.getByLabel(label).fill(text);
  }

  button(name: RegExp): Promise<void> {
    return this.tap(this.page.getByRole('button', { name }));
  }
}

const isPlaced = (page: Page): Promise<void> => page.waitForURL(/\/o\//);

test('at a table a dish without a choice takes three taps', async ({ page, playwright }) => {
  const waiter = await logInAs('waiter', product, playwright.request);
  const answer = await waiter.api.get(`locations/${waiter.session.locationId}/tables`);
  const [table] = (await answer.json()) as { guestPath: string }[];
  await page.goto(`${product.address}${table?.guestPath ?? ''}`);
  const thumb = new Thumb(page);
  await thumb.button(/^Add Charred leeks/);
  await thumb.button(/View order/);
  await thumb.button(/^Send to kitchen/);
  await isPlaced(page);
  expect(thumb.taps).toBe(3);
});

test('a first order to pick up takes five taps and two fields, the next three, the same once more two', async ({
  page,
}) => {
  await page.goto(product.address);
  const first = new Thumb(page);
  await first.tap(page.getByRole('button', { name: 'Piri-piri chicken', exact: true }));
  await first.tap(page.getByRole('dialog').getByText('Tomato rice'));
  await first.button(/^Add · /);
  await first.button(/View order/);
  await first.fill('Name', 'Ines');
  await first.fill('Phone', '+351 912 345 678');
  await first.button(/^Place order/);
  await isPlaced(page);
  expect([first.taps, first.fields]).toEqual([5, 2]);

  await page.goto(product.address);
  const next = new Thumb(page);
  await next.button(/^Add Charred leeks/);
  await next.button(/View order/);
  await next.button(/^Place order/);
  await isPlaced(page);
  expect([next.taps, next.fields]).toEqual([3, 0]);

  await page.goto(product.address);
  const again = new Thumb(page);
  await again.button(/^Order again/);
  await again.button(/^Place order/);
  await isPlaced(page);
  expect([again.taps, again.fields]).toEqual([2, 0]);
});

test('a dish whose choice has a default takes four taps', async ({ page }) => {
  await page.goto(product.address);
  const thumb = new Thumb(page);
  await thumb.tap(page.getByRole('button', { name: 'Piri-piri chicken', exact: true }));
  await thumb.button(/^Add · /);
  await thumb.button(/View order/);
  await page.getByLabel('Name').fill('Ines');
  await thumb.button(/^Place order/);
  await isPlaced(page);
  expect(thumb.taps).toBe(4);
});
