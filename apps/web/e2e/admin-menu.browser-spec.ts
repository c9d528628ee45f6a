import { readFileSync } from 'node:fs';
import type { MenuDocument } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { logInByPage } from './support/office.js';
import { startProduct } from './support/product.js';

const product = startProduct();

test('a price is edited in place and the guest sees it; undo brings it back', async ({ page, browser }) => {
  const guest = await browser.newPage();
  await guest.goto(product.address);
  await expect(guest.getByText('€8.90').first()).toBeVisible();
  await logInByPage(page, product, 'manager', '/admin/menu');
  const price = page.getByLabel('Price of Charred leeks');
  await price.fill('9,40');
  await price.press('Enter');
  await expect(page.getByLabel('Price of Garlic prawns')).toBeFocused();
  await expect(price).toHaveValue('9.40');
  await expect(guest.getByText('€9.40').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(price).toHaveValue('8.90');
  await expect(guest.getByText('€9.40')).toHaveCount(0);
  await guest.close();
});

test('a wrong price stays and says why; Esc brings back what was there', async ({ page }) => {
  await logInByPage(page, product, 'manager', '/admin/menu');
  const price = page.getByLabel('Price of Charred leeks');
  await price.fill('cheap');
  await price.press('Tab');
  await expect(page.getByRole('row', { name: /Not an amount in EUR. Write it like 12.50./ })).toBeVisible();
  await expect(price).toHaveValue('cheap');
  await expect(price).toHaveAttribute('aria-invalid', 'true');
  await expectSound(page);
  await price.focus();
  await price.press('Escape');
  await expect(price).toHaveValue('8.90');
});

test('of two tabs that edit one price the slower learns who was quicker and keeps the choice', async ({
  page,
  browser,
}) => {
  await logInByPage(page, product, 'manager', '/admin/menu');
  const price = page.getByLabel('Price of Garlic prawns');
  await price.fill('15.00');
  const other = await browser.newPage();
  await logInByPage(other, product, 'admin', '/admin/menu');
  const theirs = other.getByLabel('Price of Garlic prawns');
  await theirs.fill('13.50');
  await theirs.press('Enter');
  await expect(other.getByText('→ 13.50')).toBeVisible();
  await price.press('Enter');
  await expect(page.getByText(/Demo admin changed this (just now|\d+ s ago); it is 13.50 now/).first()).toBeVisible();
  await expect(price).toHaveValue('15.00');
  await expectSound(page);
  await page.getByRole('button', { name: 'Keep 13.50' }).click();
  await expect(price).toBeFocused();
  await expect(price).toHaveValue('13.50');
  await price.fill('15.00');
  await price.press('Enter');
  await expect(page.getByText('→ 15.00')).toBeVisible();
  await expect(theirs).toHaveValue('15.00');
  await other.close();
});

test('the history names who changed what and goes back to any of it', async ({ page }) => {
  await logInByPage(page, product, 'manager', '/admin/menu?view=history');
  await expect(page.getByRole('row', { name: /Garlic prawns.*Demo manager/ }).first()).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Go back to this: 1', exact: true }).click();
  await expectSound(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Go back to this' }).click();
  await expect(page.getByRole('row', { name: /back to 1/ })).toBeVisible();
  await page.getByRole('link', { name: 'Dishes' }).click();
  await expect(page.getByLabel('Price of Garlic prawns')).toHaveValue('12.90');
  await page.getByRole('link', { name: 'To look at' }).click();
  await expect(page.getByText('Nothing to look at')).toBeVisible();
  await expectSound(page);
});

test('a waiter may look at the menu but not change it', async ({ page }) => {
  await logInByPage(page, product, 'waiter', '/admin/menu');
  await expect(page.getByText('changing it needs a manager')).toBeVisible();
  await expect(page.getByLabel('Price of Charred leeks')).toHaveAttribute('readonly');
});

test('a dish is taken off sale and put back, and the guest sees both', async ({ page, browser }) => {
  const guest = await browser.newPage();
  await guest.goto(product.address);
  await expect(guest.getByRole('button', { name: /Add Charred leeks/ })).toBeVisible();
  await logInByPage(page, product, 'waiter', '/admin/sold-out');
  await expect(page.getByText('Everything is on sale.')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Dish, size or option').fill('leeks');
  await page.getByRole('button', { name: /Charred leeks/ }).click();
  await page.getByLabel('Off sale until tomorrow').check();
  await page.getByLabel('Reason').fill('Delivery did not come');
  await expectSound(page);
  await page.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row', { name: /Charred leeks.*Delivery did not come.*Demo waiter.*04:00/ });
  await expect(row).toBeVisible();
  await expectSound(page);
  await expect(guest.getByRole('button', { name: /Add Charred leeks/ })).toHaveCount(0);
  await row.getByRole('button', { name: 'Put back' }).click();
  await expect(row).toHaveCount(0);
  await expect(guest.getByRole('button', { name: /Add Charred leeks/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Put back' }).click();
  await expect(row).toHaveCount(0);

  await page.getByRole('button', { name: /Charred leeks/ }).click();
  await page.getByLabel('On sale, but only so many are left').check();
  await page.getByLabel('Portions left').fill('many');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('A whole number from 0 to 100,000.')).toBeVisible();
  await page.getByLabel('Portions left').fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /Charred leeks.*3/ })).toBeVisible();
  await expect(guest.getByText(/Only 3 left/)).toBeVisible();
  await page.getByRole('button', { name: /Stop counting/ }).click();
  await expect(page.getByText('No portions are counted.')).toBeVisible();
  await guest.close();
});

test('a menu goes out as a file, and comes in after a look at what it would change', async ({ page }) => {
  await logInByPage(page, product, 'manager', '/admin/menu/import');
  await expectSound(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download JSON' }).click();
  const file = await (await downloading).path();
  const menu = JSON.parse(readFileSync(file, 'utf8')) as MenuDocument;
  const [first, ...rest] = menu.items;
  const changed = { ...menu, items: [{ ...first, name: { en: 'Leeks from the fire' } }, ...rest.slice(0, -1)] };
  const upload = (name: string, content: unknown) =>
    page.getByLabel('Menu file').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(content)),
    });

  await upload('broken.json', { format: 'something-else' });
  await expect(page.getByRole('alert').filter({ hasText: 'Send a document with format' })).toBeVisible();
  await expectSound(page);
  await upload('menu.json', changed);
  await expect(page.getByRole('heading', { name: 'What menu.json would change' })).toBeVisible();
  const dishes = page.getByRole('row', { name: /^Dishes/ });
  await expect(dishes).toHaveText(new RegExp(`Dishes\\s*0\\s*1\\s*${menu.items.length - 1}\\s*0`));
  await page.getByLabel('Replace').check();
  await expect(page.getByRole('button', { name: /take away/ })).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Merge').check();
  await page.getByRole('button', { name: 'Import now', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'menu.json is imported' })).toBeVisible();
  await expectSound(page);
  await page.goto(product.address);
  await expect(page.getByText('Leeks from the fire').first()).toBeVisible();
});

test('the spreadsheet that goes out comes in again and changes nothing', async ({ page }) => {
  await logInByPage(page, product, 'manager', '/admin/menu/import');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  await page.getByLabel('Menu file').setInputFiles({
    name: 'menu.csv',
    mimeType: 'text/csv',
    buffer: readFileSync(await (await downloading).path()),
  });
  await expect(page.getByRole('heading', { name: 'What menu.csv would change' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Dishes 0 0 \d+ 0$/ })).toBeVisible();
});

test('staff accounts are made, changed and switched off', async ({ page, browser }) => {
  await logInByPage(page, product, 'admin', '/admin/staff');
  await expect(page.getByRole('row', { name: /Demo waiter/ })).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Add somebody' }).click();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await page.getByLabel('Name').fill('Rui');
  await page.getByLabel('E-mail').fill('rui@fennel-and-ember.example');
  await page.getByRole('radio', { name: 'Kitchen' }).check();
  await page.getByLabel('Password').fill('a-long-password');
  await expectSound(page);
  await page.getByRole('button', { name: 'Create account' }).click();
  const row = page.getByRole('row', { name: /Rui.*Kitchen.*May log in/ });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('dialog').getByLabel('May log in').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /Rui.*Switched off/ })).toBeVisible();
  await expectSound(page);
  const other = await browser.newPage();
  await other.goto(`${product.address}/admin/login`);
  await other.getByLabel('E-mail').fill('rui@fennel-and-ember.example');
  await other.getByLabel('Password', { exact: true }).fill('a-long-password');
  await other.getByRole('button', { name: 'Log in' }).click();
  await expect(other.getByText('The e-mail or the password is wrong')).toBeVisible();
  await other.close();
});

test("the menu's pages are accessible and fit, at every size, light and dark", async ({ page }) => {
  await logInByPage(page, product, 'admin', '/admin/menu');
  await expect(page.getByLabel('Price of Garlic prawns')).toBeVisible();
  await expectSoundInEveryLook(page);
  for (const [path, sign] of [
    ['menu?view=history', 'Demo menu'],
    ['sold-out?q=a', 'Portions counted'],
    ['menu/import', 'Download CSV'],
    ['staff', 'Demo waiter'],
  ] as const) {
    await page.goto(`${product.address}/admin/${path}`);
    await expect(page.getByText(sign).first()).toBeVisible();
    await expectSoundInEveryLook(page);
  }
});
