import type { BoardView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectSound, expectSoundInEveryLook, takePicture } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';
import { cumulativeShift, delayScripts } from './support/slow-network.js';

const product = startProduct();

/** The renderer of a language begins with its first guest; on a busy machine that one gets the bare page. */
async function untilDrawn(page: Page): Promise<void> {
  const drawn = async (): Promise<boolean> =>
    (await (await page.request.get(product.address)).text()).includes('<first-look');
  await expect.poll(drawn, { timeout: 30_000 }).toBe(true);
}

test('the menu is accessible and fits, at every size, light and dark', async ({ page }) => {
  await page.goto(product.address);
  await expect(page.getByRole('heading', { level: 1, name: 'Fennel & Ember' })).toBeVisible();
  await expect(page.getByText('Charred leeks').first()).toBeVisible();
  await expectSoundInEveryLook(page);
});

test('before its scripts the menu is sound and keeps taps; the site takes its place and nothing moves', async ({
  page,
}) => {
  await untilDrawn(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const arrive = await delayScripts(page);
  await page.goto(product.address, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Add Charred leeks' }).click();
  await page.getByRole('searchbox').fill('leeks');
  await expect(page.locator('first-look h1')).toBeVisible();
  await expectSound(page);
  await arrive();
  await expect(page.locator('first-look')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /View order/ })).toContainText('1');
  await expect(page.getByRole('searchbox')).toHaveValue('leeks');
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole('heading', { level: 2, name: 'Sweet' })).toBeVisible();

  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    const fresh = await page.context().browser()?.newPage({ viewport: { width, height } });
    if (fresh === undefined) throw new Error('The browser is gone.');
    const come = await delayScripts(fresh);
    await fresh.goto(product.address, { waitUntil: 'commit' });
    await expect(fresh.locator('first-look h1')).toBeVisible();
    await come();
    await expect(fresh.locator('app-root h1')).toBeVisible();
    expect(await cumulativeShift(fresh)).toBeLessThanOrEqual(0.01);
    await fresh.close();
  }
});

test('without scripts everything about the dishes can be read, also by search engines', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await untilDrawn(page);
  await page.goto(product.address);
  const leeks = page.getByRole('listitem').filter({ hasText: 'Charred leeks' }).first();
  await expect(leeks).toContainText('€8.90');
  await expect(leeks).toContainText('Contains nuts');
  const withoutScripts = await page.locator('noscript').allTextContents();
  expect(withoutScripts.join()).toContain('What you can choose');
  expect(withoutScripts.join()).toContain('Please order at the counter');
  await expect(page).toHaveTitle('Menu · Fennel & Ember');
  const schema = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(schema ?? '')).toMatchObject({ '@type': 'Restaurant', name: 'Fennel & Ember' });
  await context.close();
});

test('the menu speaks four languages, and says when its dishes speak another', async ({ page }) => {
  for (const [language, direction, search] of [
    ['de', 'ltr', 'Karte durchsuchen'],
    ['pt', 'ltr', 'Pesquisar na ementa'],
    ['ar', 'rtl', 'ابحث في القائمة'],
  ] as const) {
    await page.goto(`${product.address}/${language}/`);
    await expect(page.getByRole('searchbox', { name: search })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    const foreign = page.locator('app-root app-dish-row h3 bdi[lang="en"]').first();
    await expect(foreign).toBeVisible({ visible: language !== 'de' });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await expectSound(page);
  await takePicture(page, 'arabic-menu');
});

test('a guest orders, the kitchen cooks, and the page says so live', async ({ page, playwright }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(product.address);
  await page.getByRole('button', { name: /Add Charred leeks/ }).click();
  await page.goto(`${product.address}/checkout`);
  await page.getByLabel('Name').fill('Ines');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectSound(page);

  const cook = await logInAs('kitchen', product, playwright.request);
  const answer = await cook.api.get(`locations/${cook.session.locationId}/board`);
  const board = (await answer.json()) as BoardView;
  const bump = await cook.api.post(`tickets/${String(board.tickets[0]?.id)}/bump`, {
    data: {},
    headers: { 'If-Match': '*' },
  });
  expect(bump.status()).toBe(200);
  await expect(page.getByRole('status').filter({ hasText: /Ready/ }).first()).toBeVisible({ timeout: 5000 });
});

test('an order is changed until a cook begins: it is taken back, and its dishes are there to be ordered anew', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${product.address}/?item=flatbread`);
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('checkbox', { name: /Mushrooms/ }).check();
  await sheet.getByRole('checkbox', { name: /Chorizo/ }).check();
  await expectSound(page);
  await sheet.getByRole('button', { name: /12\.90/ }).click();
  await page.goto(`${product.address}/checkout`);
  await page.getByLabel('Name').fill('Ines');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);

  await page.getByRole('button', { name: 'Change order' }).click();
  await expectSound(page);
  const answers = page.getByRole('dialog').getByRole('button', { name: /Keep the order|Take it back/ });
  for (const answer of await answers.all()) {
    const { x, y, height } = (await answer.boundingBox()) ?? { x: 0, y: 0, height: 0 };
    expect(x, 'stands clear of the edge').toBeGreaterThanOrEqual(16);
    expect(y + height).toBeLessThanOrEqual(844 - 8);
  }
  await page.getByRole('button', { name: 'Take it back and change' }).click();
  const again = page.getByRole('region', { name: 'The same again' });
  await again.getByRole('button', { name: /Order again · .12\.90/ }).click();
  const dishes = page.getByRole('region', { name: 'Dishes' });
  await expect(dishes).toContainText('½ Mushrooms and thyme, ½ Chorizo and honey');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Fennel & Ember' })).toBeVisible();
});

test('the last order comes again in two taps, and says before what is missing', async ({ page, playwright }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(product.address);
  await page.getByRole('button', { name: /Add Charred leeks/ }).click();
  await page.getByRole('button', { name: /Add Mushroom croquettes/ }).click();
  await page.goto(`${product.address}/checkout`);
  await page.getByLabel('Name').fill('Ines');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);

  const manager = await logInAs('manager', product, playwright.request);
  const leeks = `locations/${manager.session.locationId}/suspensions/item/leeks`;
  expect((await manager.api.put(leeks, { data: { reason: 'None left' } })).ok()).toBe(true);
  await page.goto(product.address);
  const last = page.getByRole('region', { name: 'Your last order' });
  await expect(last.getByText(/Charred leeks: Not available/)).toBeVisible();
  await expectSound(page);
  await last.getByRole('button', { name: /Order again/ }).click();
  await expect(page.getByRole('region', { name: 'Dishes' })).toContainText('Mushroom croquettes');
  await page.getByRole('button', { name: /Place order/ }).click();
  await page.waitForURL(/\/o\//);
  expect((await manager.api.delete(leeks)).ok()).toBe(true);
});
