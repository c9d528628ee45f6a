import type { MenuDocument, Text } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectSound, expectSoundInEveryLook, takePicture } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';

const product = startProduct();

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  th: {
    'Charred leeks': 'ต้นกระเทียมย่าง',
    'Flatbread of two halves': 'ขนมปังแผ่น',
    'Mushrooms and thyme': 'เห็ด',
    'Chorizo and honey': 'ไส้กรอก',
  },
  he: { 'Charred leeks': 'כרישה חרוכה', 'Flatbread of two halves': 'לחם שטוח' },
};

/** The demo's menu, of which the restaurant has written some in Thai and Hebrew too. */
function translated(document: MenuDocument): MenuDocument {
  const known = (text: Text): Text => ({
    ...text,
    ...Object.fromEntries(
      Object.entries(WORDS).flatMap(([tag, words]) => {
        const found = words[text['en'] ?? ''];
        return found === undefined ? [] : [[tag, found]];
      }),
    ),
  });
  const named = <T extends { readonly name?: Text }>(each: T): T =>
    each.name === undefined ? each : { ...each, name: known(each.name) };
  return {
    ...document,
    languages: [...document.languages, ...Object.keys(WORDS)],
    sections: document.sections.map(named),
    items: document.items.map(named),
    modifierGroups: document.modifierGroups.map((group) => ({ ...named(group), options: group.options.map(named) })),
  };
}

function inThai(within: Page | Locator, words: string): Locator {
  return within.locator('bdi[lang="th"]', { hasText: words }).first();
}

test.beforeAll(async ({ playwright }) => {
  const { api, session } = await logInAs('manager', product, playwright.request);
  const location = `locations/${session.locationId}`;
  const document = (await (await api.get(`${location}/menu-document`)).json()) as MenuDocument;
  const answer = await api.post(`${location}/menu-imports`, { data: translated(document) });
  expect(answer.status()).toBe(200);
});

test('a guest reads the menu in Thai, orders from it and follows the order in it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(product.address);
  const languages = page.locator('app-root').getByRole('navigation', { name: 'Language' });
  await expect(languages.getByRole('link', { name: 'עברית' })).toHaveAttribute('lang', 'he');
  await languages.getByRole('link', { name: 'ไทย' }).click();
  await expect(page).toHaveURL(`${product.address}/?menu=th`);
  await expect(inThai(page.locator('app-root'), 'ต้นกระเทียมย่าง')).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search the menu' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(languages.getByRole('link', { name: 'English' })).toHaveAttribute('href', '/');
  await takePicture(page, 'thai-menu');
  await expectSoundInEveryLook(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectSound(page);
  await page.setViewportSize({ width: 390, height: 844 });

  await page.getByRole('button', { name: 'ขนมปังแผ่น', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'ขนมปังแผ่น' });
  await expect(inThai(sheet, 'เห็ด')).toBeVisible();
  await sheet.getByRole('checkbox', { name: /เห็ด/ }).check();
  await sheet.getByRole('checkbox', { name: /ไส้กรอก/ }).check();
  await takePicture(page, 'thai-dish');
  await expectSound(page);
  await sheet.getByRole('button', { name: /^Add/ }).click();
  await page.reload();
  await page.getByRole('button', { name: /View order/ }).click();
  await page.waitForURL(/\/checkout/);
  await page.reload();
  await expect(inThai(page, 'ขนมปังแผ่น')).toBeVisible();
  await page.getByLabel('Name').fill('Malee');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);
  await expect(inThai(page, 'ขนมปังแผ่น')).toBeVisible();
  await expect(page.getByText('เห็ด')).toBeVisible();
  await takePicture(page, 'thai-tracking');
  await expectSound(page);
  await page.getByRole('link', { name: 'Fennel & Ember' }).click();
  await expect(page).toHaveURL(`${product.address}/?menu=th`);
  await expect(inThai(page, 'ต้นกระเทียมย่าง')).toBeVisible();
});

test('the drawn page is in the language of its link; one that the menu has not falls back', async ({ page }) => {
  const drawn = async (query: string): Promise<string> => (await page.request.get(product.address + query)).text();
  await expect.poll(() => drawn('/?menu=th'), { timeout: 30_000 }).toMatch(/<first-look.*<bdi[^>]* lang="th"[^>]*>ต้น/s);
  const thai = await drawn('/?menu=th');
  expect(thai).toContain('menu?language=th"');
  expect(thai).toContain(`<link rel="alternate" hreflang="th" href="${product.address}/?menu=th">`);
  await page.goto(`${product.address}/?menu=fr`);
  await expect(page.locator('app-root').getByRole('heading', { name: 'Charred leeks' })).toBeVisible();
  await expect(page.locator('app-root bdi[lang]')).toHaveCount(0);
});

test('beside Arabic buttons a Thai menu is read, beside English ones a Hebrew menu', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${product.address}/ar/?menu=th`);
  await expect(inThai(page.locator('app-root'), 'ต้นกระเทียมย่าง')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await takePicture(page, 'thai-menu-in-arabic');
  await expectSound(page);
  await page.goto(`${product.address}/?menu=he`);
  const leeks = page.locator('app-root bdi[lang="he"]', { hasText: 'כרישה חרוכה' }).first();
  await expect(leeks).toBeVisible();
  expect(await leeks.evaluate((each) => getComputedStyle(each).direction)).toBe('rtl');
  await takePicture(page, 'hebrew-menu');
  await expectSound(page);
});
