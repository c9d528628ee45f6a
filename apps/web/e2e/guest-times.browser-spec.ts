import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { LocationOfficeView } from '@comanda/shared';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';
import type { DemoStaff } from './support/product.js';

const product = startProduct();
let admin: DemoStaff;
let office: string;

test.beforeAll(async ({ playwright }) => {
  admin = await logInAs('admin', product, playwright.request);
  office = `locations/${admin.session.locationId}`;
});

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
});

async function openSheet(page: Page): Promise<void> {
  await page.goto(product.address);
  await page.getByRole('button', { name: /Add Charred leeks/ }).click();
  await page.getByRole('button', { name: /^(Pickup|Delivery)/ }).click();
  await expect(page.getByRole('radiogroup', { name: 'Time' })).toBeVisible();
}

test('a guest chooses a time with the keyboard alone, and the order waits for it', async ({ page }) => {
  await page.goto(product.address);
  await page.getByRole('button', { name: /Add Charred leeks/ }).click();
  await page.getByRole('button', { name: /^Pickup/ }).focus();
  await page.keyboard.press('Enter');
  const times = page.getByRole('radiogroup', { name: 'Time' });
  await expect(times).toBeVisible();
  await page.getByRole('radio', { name: /As soon as possible/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const chosen = times.getByRole('radio', { checked: true });
  await expect(chosen).toBeFocused();
  const label = (await times.locator('label', { has: page.locator('input:checked') }).innerText()).trim();
  await page.getByRole('button', { name: 'Done' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Pickup/ })).toContainText(label);
  await expect(page.getByRole('button', { name: /^Pickup/ })).toBeFocused();

  await page.goto(`${product.address}/checkout`);
  await expect(page.getByText(label)).toBeVisible();
  await page.getByLabel('Name').fill('Ines');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);
  await expect(page.getByRole('heading', { level: 1, name: 'Planned' })).toBeVisible();
  await expect(page.getByText(label).first()).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cancelled' })).toBeVisible();
});

test('a full time and one that is too soon for a dish say why and cannot be chosen', async ({ page }) => {
  const slots = { slotMinutes: 60, daysAhead: 2, lastOrderMinutes: 0, ordersPerSlot: 1 };
  expect((await admin.api.patch(office, { data: { slots } })).ok()).toBe(true);
  await openSheet(page);
  const first = page.getByRole('radiogroup', { name: 'Time' }).getByRole('radio').first();
  await first.check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.goto(`${product.address}/checkout`);
  await page.getByLabel('Name').fill('Ines');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);

  await openSheet(page);
  const full = page.getByRole('radio', { name: /full/ });
  await expect(full).toHaveCount(1);
  await expect(full).toBeDisabled();
  await expectSoundInEveryLook(page);

  const item = await admin.api.patch(`${office}/menu-items/leeks`, {
    data: { leadMinutes: 1440 },
    headers: { 'If-Match': '*' },
  });
  expect(item.ok()).toBe(true);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(product.address);
  await page.getByRole('button', { name: /^Pickup/ }).click();
  await expect(page.getByText('Charred leeks needs 24 h').first()).toBeVisible();
  await expect(page.getByRole('radio', { name: /As soon as possible/ })).toBeDisabled();
  const restored = await admin.api.patch(`${office}/menu-items/leeks`, {
    data: { leadMinutes: null },
    headers: { 'If-Match': '*' },
  });
  expect(restored.ok()).toBe(true);
});

test('an address that nobody delivers to is told before anything is lost; another one names its fee', async ({
  page,
}) => {
  await openSheet(page);
  await page.getByRole('radio', { name: 'Delivery' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByLabel('Street and number')).toBeFocused();
  await page.getByLabel('Street and number').fill('Torstrasse 1');
  await page.getByLabel('Postcode').fill('99999');
  await expect(page.getByText(/We do not deliver to 99999/)).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Postcode').fill('10115');
  await expect(page.getByText(/€2.50 · 30–40 min/)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: /^Delivery/ })).toContainText('Torstrasse 1');
  await page.goto(`${product.address}/checkout`);
  await expect(page.getByText(/Add €1.10 more/)).toBeVisible();
  await expectSound(page);
});

test('the last place of a time is kept for the guest at the checkout, and for nobody else', async ({
  page,
  browser,
}) => {
  const slots = { slotMinutes: 60, daysAhead: 2, lastOrderMinutes: 0, ordersPerSlot: 1 };
  expect((await admin.api.patch(office, { data: { slots } })).ok()).toBe(true);
  await openSheet(page);
  const free = page.getByRole('radiogroup', { name: 'Time' }).locator('input:enabled');
  await free.nth(1).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.goto(`${product.address}/checkout`);
  await expect(page.getByText(/^We keep .+ for you until/)).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await openSheet(other);
  await expect(other.getByRole('radio', { name: /full/ }).first()).toBeDisabled();
  const before = await other.getByRole('radio', { name: /full/ }).count();
  await expectSound(page);
  await page.reload();
  await expect(page.getByText(/^We keep .+ for you until/)).toBeVisible();
  await expect(page.getByText('This time is taken')).toHaveCount(0);

  await page.getByRole('link', { name: 'Menu' }).click();
  await expect(async () => {
    await other.reload();
    await other.getByRole('button', { name: /^Pickup/ }).click();
    await expect(other.getByRole('radiogroup', { name: 'Time' })).toBeVisible();
    expect(await other.getByRole('radio', { name: /full/ }).count()).toBe(before - 1);
  }).toPass();
  await other.context().close();
});

test('a guest has to say whether cutlery is wanted where the restaurant asks, and reads it again', async ({ page }) => {
  expect((await admin.api.patch(office, { data: { cutlery: 'ask' } })).ok()).toBe(true);
  await page.goto(product.address);
  await page.getByRole('button', { name: /Add Charred leeks/ }).click();
  await page.goto(`${product.address}/checkout`);
  await page.getByLabel('Name').fill('Ines');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.getByRole('link', { name: 'Say whether you need cutlery' }).click();
  await expect(page.getByRole('radio', { name: 'No, thank you' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('group', { name: 'For how many people' }).getByRole('button', { name: 'One more' }).click();
  await expectSoundInEveryLook(page);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Yes, please' })).toBeChecked();
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);
  await expect(page.getByText('Cutlery and napkins: 2')).toBeVisible();
});

test('the office changes the hours of the week and of a single day; what is missing is told before anything is saved', async ({
  page,
}) => {
  await page.goto(`${product.address}/admin/times`);
  await page.getByLabel('E-mail').fill('admin@fennel-and-ember.example');
  await page.getByLabel('Password', { exact: true }).fill('demo-admin-pass');
  await page.getByRole('button', { name: 'Log in' }).click();
  const hours = page.getByRole('region', { name: 'Opening hours' });
  await hours.getByRole('group', { name: 'Days of times 1' }).getByLabel('Sunday').click();
  await hours.getByRole('button', { name: 'Add times' }).click();
  const days = hours.getByRole('group', { name: 'Days of times 2' });
  await expect(days.getByRole('checkbox', { checked: true })).toHaveCount(7);
  for (const day of await days.getByRole('checkbox').all()) await day.click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(hours.getByText('Choose at least one day.')).toBeVisible();
  await expect(days).toBeFocused();
  await days.getByLabel('Sunday').press('Space');
  await hours.getByLabel('Until').last().fill('00:30');
  await expect(hours.getByLabel('Until (on the next day)').last()).toHaveValue('00:30');

  await page.getByRole('button', { name: 'Add a day' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose a date.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Date' }).fill('2099-12-24');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Times and delivery saved').first()).toBeVisible();

  const { openingHours } = (await (await admin.api.get(`${office}/settings`)).json()) as LocationOfficeView;
  expect(openingHours).toEqual([
    { days: [1, 2, 3, 4, 5, 6], fromMinute: 0, toMinute: 1440, exceptDates: ['2099-12-24'] },
    { days: [7], fromMinute: 1020, toMinute: 1470 },
  ]);
  await page.reload();
  await expect(hours.getByLabel('From').last()).toHaveValue('17:00');
  await expectSoundInEveryLook(page);
});
