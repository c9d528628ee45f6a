import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { logInByPage, placeOrder } from './support/office.js';
import { logInAs, startProduct } from './support/product.js';

const product = startProduct();

/** The last change, as its line with the way back tells it. */
async function expectTold(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText(words);
}

test('a dish is edited as a whole beside the list: wrong fields are named, nothing typed is lost, undo brings it back', async ({
  page,
}) => {
  await logInByPage(page, product, 'manager', '/admin/menu');
  const opener = page.getByRole('button', { name: 'Open Charred leeks' });
  await opener.click();
  const panel = page.getByRole('region', { name: 'Charred leeks' });
  await expect(panel.getByRole('heading', { name: 'Charred leeks' })).toBeFocused();
  await expect(panel.getByLabel('Name (German)')).toHaveValue(/\S/);
  await panel.getByLabel('Name (German)').fill('');
  await expect(panel.getByText('Not translated yet')).toBeVisible();
  await panel.getByLabel('Preparation (minutes)').fill('soon');
  await panel.getByLabel('At most per order').fill('0');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('group', { name: '2 problems' })).toBeFocused();
  await expect(panel.getByLabel('Preparation (minutes)')).toHaveAccessibleDescription(/Whole minutes from 0 to 1440/);
  await expectSoundInEveryLook(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(question).toBeVisible();
  await expectSound(page);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await page.getByRole('link', { name: 'Sold out' }).click();
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(panel.getByLabel('Preparation (minutes)')).toHaveValue('soon');

  await panel.getByLabel('Preparation (minutes)').fill('9');
  await panel.getByLabel('At most per order').fill('4');
  await panel.getByRole('button', { name: 'Add a size' }).click();
  await panel.getByLabel('Size (English)').first().fill('Small');
  await panel.getByLabel('Size (English)').last().fill('Large');
  await panel.getByLabel('Price (EUR)').last().fill('12,50');
  await panel.getByRole('button', { name: 'Move Large up' }).click();
  await panel.getByLabel('Mustard').check();
  await panel.getByRole('button', { name: 'Add times' }).click();
  await panel.getByLabel('Monday').uncheck();
  await panel.getByLabel('From', { exact: true }).fill('18:00');
  await panel.getByRole('textbox', { name: /^Until/ }).fill('01:00');
  await expect(panel.getByText('on the next day')).toBeVisible();
  await panel.getByRole('combobox', { name: 'Add a group of choices' }).selectOption({ index: 1 });
  await expect(panel.getByRole('group', { name: 'As guests see it' })).toContainText('from €8.90');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expectTold(page, 'Charred leeks is saved');
  await expect(page.getByLabel('Price of Charred leeks, Large')).toHaveValue('12.50');
  await expect(panel.getByText('Not saved yet')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByLabel('Price (EUR)')).toHaveCount(1);
  await expect(panel.getByLabel('Name (German)')).toHaveValue(/\S/);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('of two people at one dish the slower decides only about what both changed', async ({ page, browser }) => {
  await logInByPage(page, product, 'manager', '/admin/menu');
  await page.getByRole('button', { name: 'Open Garlic prawns' }).click();
  const panel = page.getByRole('region', { name: 'Garlic prawns' });
  await panel.getByLabel('Energy (kcal)').fill('410');
  await panel.getByLabel('At most per order').fill('5');
  const other = await browser.newPage();
  await logInByPage(other, product, 'admin', '/admin/menu');
  await other.getByRole('button', { name: 'Open Garlic prawns' }).click();
  await other.getByLabel('Energy (kcal)').fill('390');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expectTold(other, 'Garlic prawns is saved');
  await other.close();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/Demo admin changed this (just now|\d+ s ago)/)).toBeVisible();
  await expectSound(page);
  await panel.getByRole('button', { name: 'Keep mine: Energy' }).click();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expectTold(page, 'Garlic prawns is saved');
  await page.reload();
  await expect(panel.getByLabel('Energy (kcal)')).toHaveValue('410');
  await expect(panel.getByLabel('At most per order')).toHaveValue('5');
});

test('a dish is made, duplicated and deleted; the guest sees it come and go', async ({ page, browser }) => {
  const guest = await browser.newPage();
  await guest.goto(product.address);
  await logInByPage(page, product, 'manager', '/admin/menu');
  await page.getByRole('button', { name: 'New dish' }).click();
  const panel = page.locator('app-side-panel');
  await panel.getByRole('button', { name: 'Put on the menu' }).click();
  await expect(panel.getByText('A dish needs a name.').first()).toBeVisible();
  await panel.getByLabel('Name (English)').fill('Smoked beets');
  await panel.getByLabel('Price (EUR)').fill('9');
  await panel.getByRole('group', { name: 'Sections' }).getByRole('checkbox').first().check();
  await panel.getByRole('group', { name: 'Contains these allergens' }).getByLabel('None of these').check();
  await panel.getByRole('button', { name: 'Put on the menu' }).click();
  await expectTold(page, 'Smoked beets is on the menu');
  await expect(page).toHaveURL(/dish=smoked-beets-/);
  await expect(guest.getByText('Smoked beets').first()).toBeVisible();

  await panel.getByRole('button', { name: 'Duplicate' }).click();
  await expect(panel.getByLabel('Name (English)')).toHaveValue('Smoked beets (copy)');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByRole('button', { name: 'Open Smoked beets' }).click();
  await panel.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete Smoked beets?' });
  await expect(question.getByText('It leaves:')).toBeVisible();
  await expectSound(page);
  await question.getByRole('button', { name: 'Delete it' }).click();
  await expectTold(page, 'Smoked beets is off the menu');
  await expect(guest.getByText('Smoked beets')).toHaveCount(0);
  await guest.close();
});

test('sections are renamed and ordered, groups of choices edited', async ({ page }) => {
  await logInByPage(page, product, 'manager', '/admin/menu?view=sections');
  const names = page.getByRole('rowheader');
  await expect(names.first()).toBeVisible();
  const [first, second] = await names.allInnerTexts();
  await page.getByRole('button', { name: `Move ${second} up`, exact: true }).click();
  await expect(names.first()).toHaveText(String(second));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names.first()).toHaveText(String(first));
  await page.reload();
  await expect(names.first()).toHaveText(String(first));

  await page.getByRole('button', { name: `Change ${first}`, exact: true }).click();
  await page.getByLabel('Name (English)').fill('Beginnings');
  await expectSoundInEveryLook(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Change Beginnings' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'New section' }).click();
  await page.getByLabel('Name (English)').fill('Late night');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('button', { name: 'Change Late night' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expectTold(page, 'Late night is deleted');
  await expect(page.getByRole('button', { name: 'Change Late night' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Choices' }).click();
  await page.getByRole('rowheader').first().getByRole('button').click();
  const form = page.getByRole('form');
  await form.getByLabel('At least').fill('3');
  await form.getByLabel('At most', { exact: true }).fill('2');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('At most has to be as much as at least.').first()).toBeVisible();
  await expectSoundInEveryLook(page);
  await form.getByLabel('At least').fill('0');
  const options = form.getByLabel('Option (English)');
  const before = await options.count();
  await form.getByRole('button', { name: 'Add an option' }).click();
  await expect(options).toHaveCount(before + 1);
  await options.last().fill('Fermented chilli');
  await form.getByLabel('Price (EUR)').last().fill('0,80');
  await form.getByRole('button', { name: 'Move Fermented chilli up' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expectTold(page, 'is saved');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(form).toHaveCount(0);
});

test('prices are pasted from a spreadsheet and raised together; one undo takes back each', async ({ page }) => {
  await logInByPage(page, product, 'manager', '/admin/menu');
  const price = page.getByLabel('Price of Charred leeks', { exact: true });
  const next = page.getByLabel('Price of Garlic prawns', { exact: true });
  const before = await next.inputValue();
  await price.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '9.10\r\n13,30\r\ncheap\r\n');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expectTold(page, '2 saved, 1 not');
  await expect(page.locator('input[data-column="price"][aria-invalid="true"]')).toBeFocused();
  await expect(next).toHaveValue('13.30');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(next).toHaveValue(before);
  await expect(price).toHaveValue('8.90');

  await page.getByLabel('Choose Charred leeks').check();
  await page.getByLabel('Choose Garlic prawns').check();
  await expect(page.getByRole('region', { name: 'Chosen dishes' })).toContainText('2 dishes chosen');
  await page.getByRole('button', { name: 'Change them…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Change the chosen dishes' });
  await sheet.getByLabel('Raise prices by (%)').fill('10');
  await expect(sheet.getByRole('row', { name: 'Charred leeks €8.90 €9.79' })).toBeVisible();
  await expectSoundInEveryLook(page);
  await sheet.getByRole('button', { name: 'Change 2' }).click();
  await expectTold(page, '2 changed');
  await expect(price).toHaveValue('9.79');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(price).toHaveValue('8.90');
});

test('Ctrl+K goes to pages, dishes and orders', async ({ page, playwright }) => {
  const staff = await logInAs('manager', product, playwright.request);
  const { number } = await placeOrder(staff, 'Garlic prawns', 'Nadia');
  await logInByPage(page, product, 'manager', '/admin/orders');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Page, dish or order number' });
  const places = page.getByRole('listbox', { name: 'Places' }).getByRole('option');
  await expect(field).toBeFocused();
  await field.fill('leeks');
  await expect(places.and(page.locator('[aria-selected=true]'))).toContainText('Charred leeks');
  await expectSoundInEveryLook(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Charred leeks' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await field.fill(String(number));
  await expect(places.first()).toContainText(`Order ${number}, Nadia`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/admin\/orders\?order=/);
  await page.keyboard.press('Control+k');
  await field.fill('no such thing');
  await expect(places).toContainText('in the orders');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});
