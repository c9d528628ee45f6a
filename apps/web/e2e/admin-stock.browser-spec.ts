import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { logInByPage } from './support/office.js';
import { startProduct } from './support/product.js';

const product = startProduct();

test('an ingredient runs out, takes its dish off sale everywhere, and comes back with a delivery', async ({
  page,
  browser,
}) => {
  const guest = await browser.newPage();
  await guest.goto(product.address);
  await expect(guest.getByRole('button', { name: /Add Charred leeks/ })).toBeVisible();
  await logInByPage(page, product, 'manager', '/admin/recipes');
  await page.getByRole('button', { name: 'New ingredient' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Leeks');
  await page.getByRole('radio', { name: 'piece' }).check();
  await page.getByLabel('Allergens are declared').check();
  await page.getByLabel('celery').check();
  await expectSound(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /Leeks piece celery/ })).toBeVisible();
  await page.getByLabel('Dish').selectOption({ label: 'Charred leeks' });
  await page.getByLabel('Add an ingredient to Charred leeks').selectOption({ label: 'Leeks' });
  await page.getByLabel('Amount of Leeks').fill('two');
  await page.getByRole('button', { name: 'Save: Charred leeks' }).click();
  await expect(page.getByText('Write an amount for each ingredient')).toBeVisible();
  await page.getByLabel('Amount of Leeks').fill('2');
  await page.getByRole('button', { name: 'Save: Charred leeks' }).click();
  await expect(page.getByText('By its ingredients it contains: nuts, celery.')).toBeVisible();
  await expectSoundInEveryLook(page);

  await page.goto(`${product.address}/admin/stock`);
  const row = page.getByRole('row', { name: /^Leeks/ });
  await expect(row).toContainText('not counted');
  await page.getByRole('button', { name: 'Change: Leeks' }).click();
  await page.getByRole('radio', { name: 'It was counted' }).check();
  await page.getByLabel('What is there').fill('much');
  await page.getByRole('button', { name: 'Book' }).click();
  await expect(page.getByText('Write a number like 12 or 2.5.')).toBeVisible();
  await page.getByLabel('What is there').fill('1');
  await expectSound(page);
  await page.getByRole('button', { name: 'Book' }).click();
  await expect(row).toContainText('Takes off sale: Charred leeks');
  await expect(guest.getByRole('button', { name: /Add Charred leeks/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Show only what is low' }).click();
  await expect(page.getByRole('row', { name: /Almonds.*Low: at or below 500 g/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Sea bream/ })).toHaveCount(0);
  await expectSoundInEveryLook(page);

  await page.goto(`${product.address}/admin/sold-out`);
  const off = page.getByRole('row', { name: /Charred leeks.*Because of Leeks.*until it is received/ });
  await expect(off).toBeVisible();
  await expectSound(page);
  await off.getByRole('link', { name: 'To the stock: Charred leeks' }).click();
  await page.getByRole('button', { name: 'Receive: Leeks' }).click();
  await page.getByLabel('Amount').fill('1');
  await page.getByLabel('Unit').selectOption('dozen');
  await page.getByRole('button', { name: 'Book' }).click();
  await expect(page.getByText('Leeks: 13 pieces on hand').first()).toBeVisible();
  await expect(guest.getByRole('button', { name: /Add Charred leeks/ })).toBeVisible();
  await guest.close();
});

test('the kitchen counts all, sees the differences before it books, and logs what was thrown away', async ({
  page,
}) => {
  await logInByPage(page, product, 'kitchen', '/admin/stock/count');
  await page.getByLabel('Counted Sea bream, in piece').fill('22');
  await page.getByLabel('Counted Flank steak, in kg').fill('a lot');
  await expect(page.getByText('1 field is no number. Mend it first.')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Counted Flank steak, in kg').fill('9');
  await expect(page.getByRole('row', { name: /Sea bream.*−2 pieces/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Flank steak.*as expected/ })).toBeVisible();
  await expect(page.getByText('2 counted, 1 of them differ.')).toBeVisible();
  await expectSoundInEveryLook(page);
  await page.getByRole('button', { name: 'Book 2 counts' }).click();
  await expect(page.getByRole('row', { name: /Sea bream 22 pieces/ })).toBeVisible();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the sheet' }).click();
  const sheet = readFileSync(await (await saving).path(), 'utf8');
  const filled = sheet.replace(/^(feta,.*),,\r$/mu, '$1,1500,\r').replace(/^(lager,.*),,\r$/mu, '$1,,many\r');
  const file = { name: 'sunday.csv', mimeType: 'text/csv', buffer: Buffer.from(filled) };
  await page.getByLabel('Bring it back').setInputFiles(file);
  await expect(page.getByRole('row', { name: /Sheep cheese counted −500 g/ })).toBeVisible();
  await expect(page.getByText(/Row \d+: Write a number/)).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Book this' }).click();
  await expect(page.getByRole('row', { name: /Sheep cheese 1.5 kg|Sheep cheese 1,500 g/ })).toBeVisible();

  await page.getByRole('link', { name: 'What is there' }).click();
  await page.getByRole('button', { name: 'Change: Chicken' }).click();
  await page.getByLabel('Amount').fill('1.5');
  await page.getByLabel('Reason').selectOption('Dropped');
  await page.getByLabel('Note').fill('Wet floor');
  await page.getByRole('button', { name: 'Book' }).click();
  await page.getByRole('link', { name: 'Waste and ledger' }).click();
  await expect(page.getByRole('row', { name: /Chicken −1.5 pieces Thrown away Dropped: Wet floor/ })).toBeVisible();
  await page.getByRole('link', { name: 'Everything' }).click();
  await expect(page.getByRole('row', { name: /Sea bream −2 pieces Counted/ })).toBeVisible();
  await expectSoundInEveryLook(page);
  await expect(page.getByRole('link', { name: 'Use', exact: true })).toHaveCount(0);
});

test('the use of ingredients is told by day and dish', async ({ page }) => {
  await logInByPage(page, product, 'manager', '/admin/stock/use');
  await expect(page.getByRole('row', { name: /Chicken booked by hand/ })).toBeVisible();
  await expectSoundInEveryLook(page);
  await page.getByLabel('To', { exact: true }).fill('2020-01-02');
  await page.getByLabel('From').fill('2020-01-01');
  await expect(page.getByText('No ingredient was used on these days.')).toBeVisible();
  await expectSound(page);
});
