import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { startProduct } from './support/product.js';

const product = startProduct();
const PHONE = { width: 390, height: 844 };

async function aPhone(browser: Browser): Promise<Page> {
  // A sheet that is half faded in has half its contrast.
  const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block', reducedMotion: 'reduce' });
  return context.newPage();
}

async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join in' }).click();
  await page.getByRole('link', { name: 'Choose dishes' }).click();
}

const part = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

test('a host and two friends fill one basket at once; it is ordered once, and all follow it', async ({ browser }) => {
  const [host, leo, ana] = await Promise.all([aPhone(browser), aPhone(browser), aPhone(browser)]);
  await host.goto(product.address);
  await host.getByRole('button', { name: 'Order together' }).click();
  await host.getByLabel('Your name').fill('Ines');
  await expectSound(host);
  await host.getByRole('button', { name: 'Start' }).click();
  await host.waitForURL(/\/g\/[^/]+$/);
  const link = host.url();

  await test.step('two friends choose at the same time, and the host sees both', async () => {
    await Promise.all([join(leo, link, 'Leo'), join(ana, link, 'Ana')]);
    await Promise.all([
      leo.getByRole('button', { name: /^Add Charred leeks/ }).click(),
      ana.getByRole('button', { name: /^Add Mushroom croquettes/ }).click(),
    ]);
    await expect(part(host, 'Leo')).toContainText('Charred leeks', { timeout: 10_000 });
    await expect(part(host, 'Ana')).toContainText('Mushroom croquettes', { timeout: 10_000 });
    await expectSoundInEveryLook(host);
    await host.setViewportSize(PHONE);
  });

  await test.step('a closed basket takes no change', async () => {
    await host.getByRole('button', { name: 'No more changes' }).click();
    await leo.goto(link);
    await expect(leo.getByRole('main').getByText('The host has closed the basket')).toBeVisible();
    await expectSound(leo);
  });

  await test.step('the host orders once, and everybody sees the same order', async () => {
    await host.getByRole('button', { name: /^Order for all/ }).click();
    await host.waitForURL(/checkout/);
    await expect(host.getByText('Leo').first()).toBeVisible();
    await host.locator('#guest-name').fill('Ines');
    await expectSound(host);
    await host.getByRole('button', { name: /^Place order/ }).click();
    await host.waitForURL(/\/o\//);
    for (const friend of [leo, ana]) {
      await friend.goto(link);
      await friend.waitForURL(/\/o\//);
      expect(new URL(friend.url()).pathname).toBe(new URL(host.url()).pathname);
    }
    await expect(ana.getByRole('listitem').filter({ hasText: 'Charred leeks' })).toContainText('Leo');
    await expectSound(ana);
  });
  await Promise.all([host, leo, ana].map((page) => page.context().close()));
});

test('a link that nobody knows says so', async ({ page }) => {
  await page.goto(`${product.address}/g/nobody-knows-this-link`);
  await expect(page.getByRole('heading', { name: 'We do not know this link' })).toBeVisible();
  await expectSound(page);
});
