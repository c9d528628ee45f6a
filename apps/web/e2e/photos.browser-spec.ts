import { brotliCompressSync, constants } from 'node:zlib';
import type { EditedItemView, MenuDocument } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { longMenu } from './support/long-menu.js';
import { expectSound, expectSoundInEveryLook, takePicture } from './support/looks.js';
import { logInByPage } from './support/office.js';
import { logInAs, startProduct } from './support/product.js';
import { cumulativeShift, delayScripts } from './support/slow-network.js';

const product = startProduct();

async function aFile(name: string, background: string) {
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background } });
  return { name, mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
}

async function expectTold(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText(words);
}

test('a photo is chosen, told when it is none, described, replaced by a paste and taken off; typed words stay', async ({
  page,
}) => {
  await logInByPage(page, product, 'manager', '/admin/menu');
  await page.getByRole('button', { name: 'Open Charred leeks' }).click();
  const panel = page.getByRole('region', { name: 'Charred leeks' });
  await panel.getByLabel('At most per order').fill('7');
  const photo = panel.getByRole('group', { name: 'Photo' });
  const choose = photo.getByLabel('Choose a photo');
  await choose.setInputFiles({ name: 'menu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await expect(photo.getByRole('alert')).toContainText('“menu.pdf” is no picture.');
  await choose.setInputFiles({
    name: 'half.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  });
  await expect(photo.getByRole('alert')).toContainText('The picture is broken');
  await expect(photo.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expectSound(page);
  await choose.or(photo.getByLabel('Replace')).setInputFiles(await aFile('leeks.jpg', '#3f6b2a'));
  await expectTold(page, 'Charred leeks has its photo');
  await expect(photo.getByLabel('The photo shows (English)')).toHaveValue('Charred leeks');
  await photo.getByLabel('The photo shows (English)').fill('Black leeks on red sauce');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expectTold(page, 'Charred leeks is saved');
  await expect(panel.getByLabel('At most per order')).toHaveValue('7');

  const other = await aFile('other.png', '#aa2233');
  await photo.evaluate(
    (element, bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([Uint8Array.from(bytes)], 'pasted.jpg', { type: 'image/jpeg' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...other.buffer],
  );
  const shown = photo.getByRole('img', { name: 'Black leeks on red sauce' });
  await expectTold(page, 'Charred leeks has its photo');
  const pasted = await shown.getAttribute('src');
  await photo.getByRole('button', { name: 'Remove the photo' }).click();
  await expectTold(page, 'The photo of Charred leeks is off the menu');
  await expect(shown).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(shown).toHaveAttribute('src', pasted ?? '');
  await expectSoundInEveryLook(page);

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${product.address}/admin/menu?dish=new`);
  const fresh = page.locator('app-side-panel');
  await fresh.getByLabel('Name (English)').fill('Burnt lemons');
  await fresh.getByLabel('Price (EUR)').fill('3.50');
  await fresh.getByLabel('Small plates').check();
  await fresh.getByLabel('Choose a photo').setInputFiles(await aFile('lemons.jpg', '#e0c020'));
  await expect(fresh.getByText('It goes up with the dish.')).toBeVisible();
  await fresh.getByRole('button', { name: 'Put on the menu' }).click();
  await expectTold(page, 'Burnt lemons has its photo');
});

test('a big photo shows how much of it is up, is cancelled, fails, and goes up again with one press', async ({
  page,
}) => {
  await logInByPage(page, product, 'manager', '/admin/menu?dish=leeks');
  const photo = page.getByRole('group', { name: 'Photo' });
  const choose = photo.getByLabel(/Choose a photo|Replace/);
  const noise = sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
      background: '#000',
    },
  });
  const file = { name: 'big.jpg', mimeType: 'image/jpeg', buffer: await noise.jpeg({ quality: 95 }).toBuffer() };
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const speed = (uploadThroughput: number) =>
    network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await speed(30_000);
  await choose.setInputFiles(file);
  const bar = photo.getByRole('progressbar', { name: 'The photo is on its way' });
  await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
  await expect(photo.getByText(/\d+\s%/)).toBeVisible();
  await expectSound(page);
  await photo.scrollIntoViewIfNeeded();
  await takePicture(page, 'photo-going');
  await photo.getByRole('button', { name: 'Cancel the upload' }).click();
  await expect(choose).toBeFocused();
  await expectTold(page, 'The upload is cancelled');
  await expect(bar).toHaveCount(0);

  await speed(-1);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/photo', (route) => route.abort('connectionreset'));
  await choose.setInputFiles(file);
  await expect(photo.getByRole('alert')).not.toBeEmpty();
  await expectSound(page);
  await photo.scrollIntoViewIfNeeded();
  await takePicture(page, 'photo-failed');
  await page.unroute('**/photo');
  await photo.getByRole('button', { name: 'Try again' }).click();
  await expectTold(page, 'Charred leeks has its photo');
});

test('guests see photos in place: nothing moves, and the menu is as sound as without', async ({ page, playwright }) => {
  const { api, session } = await logInAs('manager', product, playwright.request);
  const address = `locations/${session.locationId}/menu-items/prawns`;
  const { buffer: data } = await aFile('prawns.jpg', '#d9794a');
  const headers = { 'If-Match': '*', 'Content-Type': 'image/jpeg' };
  const put = await api.put(`${address}/photo`, { data, headers });
  const { item } = (await put.json()) as EditedItemView;
  const photo = { ...item.photo, alt: { en: 'Six prawns in red oil' } };
  expect((await api.patch(address, { data: { photo }, headers: { 'If-Match': '*' } })).status()).toBe(200);
  await page.setViewportSize({ width: 390, height: 844 });
  const arrive = await delayScripts(page);
  await page.goto(product.address, { waitUntil: 'commit' });
  const prawns = page.getByRole('img', { name: 'Six prawns in red oil' });
  await expect(prawns.first()).toBeVisible();
  await arrive();
  await expect(page.locator('app-root h1')).toBeVisible();
  await expect(prawns).toHaveCount(1);
  const seen = () =>
    prawns.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.currentSrc.split('.').at(-1)]);
  await expect.poll(seen).toEqual([336, 'avif']);
  expect(await cumulativeShift(page)).toBeLessThanOrEqual(0.01);
  await expectSoundInEveryLook(page);
  await page.getByRole('button', { name: 'Garlic prawns', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Garlic prawns' });
  await expect(sheet.getByRole('img', { name: 'Six prawns in red oil' })).toBeVisible();
  await expectSoundInEveryLook(page);
});

test('the page of a long menu with photos stays small', async ({ playwright }) => {
  const { api, session } = await logInAs('manager', product, playwright.request);
  const location = `locations/${session.locationId}`;
  const document = (await (await api.get(`${location}/menu-document`)).json()) as MenuDocument;
  const answer = await api.post(`${location}/menu-imports?mode=replace`, { data: longMenu(document) });
  expect(await answer.json()).toMatchObject({ counts: { items: { created: 64 } } });
  let html = '';
  const drawn = async (): Promise<number> => {
    html = await (await fetch(product.address)).text();
    return html.match(/<app-dish-row/g)?.length ?? 0;
  };
  await expect.poll(drawn, { timeout: 30_000 }).toBe(64);
  const styles = html.match(/<style[^>]*>[\s\S]*?<\/style>/g) ?? [];
  const sizes = {
    html: packedKB(styles.reduce((rest, style) => rest.replace(style, ''), html)),
    css: packedKB(styles.join('')),
  };
  console.log(`page of 64 dishes: ${sizes.html.toFixed(1)} kB of words and ${sizes.css.toFixed(1)} kB of styles`);
  expect(sizes.html).toBeLessThanOrEqual(9);
  expect(sizes.css).toBeLessThanOrEqual(8);
});

/** As the server packs a page that it keeps. */
function packedKB(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length / 1024;
}
