import type { StaffOrderView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import { DemoKitchen, slot } from './support/kitchen.js';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { logInAs, startProduct } from './support/product.js';

test.use({ serviceWorkers: 'block' });

const product = startProduct();

test('a waiter puts another dish in the place of one that is cooked, the cook answers, and the office reads it', async ({
  page,
  browser,
  request,
  playwright,
}) => {
  test.slow();
  const kitchen = await DemoKitchen.of(product, playwright.request);
  const waiter = await logInAs('waiter', product, playwright.request);
  const order = await kitchen.place(request, { items: ['leeks', 'croquettes'], table: 4 });
  const orderNow = async () => (await (await waiter.api.get(`orders/${order.id}`)).json()) as StaffOrderView;
  await kitchen.command((await kitchen.board()).tickets[0]?.id ?? '', 'start');
  await page.context().addCookies((await waiter.api.storageState()).cookies);
  const screen = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await kitchen.openBoard(screen);

  await test.step('at the table, with the price told before', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${product.address}/floor`);
    await page.getByRole('button', { name: /^Table 4/ }).click();
    await page.getByRole('link', { name: 'Change Charred leeks' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Charred leeks' })).toBeVisible();
    await expect(page.getByText('the cook is asked what became of it')).toBeVisible();
    await page.getByRole('searchbox').fill('prawns');
    await page.getByRole('button', { name: /^Garlic prawns/ }).click();
    await page.getByLabel('Note to the kitchen').fill('mild');
    await page.getByRole('button', { name: /^Add/ }).click();
    await expect(page.getByText('€4.00 more')).toBeVisible();
    await expectSoundInEveryLook(page);
    await page.getByRole('button', { name: 'Put it in its place' }).click();
    await page.waitForURL(/\/floor$/);
    const sheet = page.getByRole('dialog', { name: 'Table 4' });
    await expect(sheet.getByRole('listitem').filter({ hasText: 'Charred leeks' })).toContainText('cancelled');
    await expect(sheet.getByRole('listitem').filter({ hasText: 'Garlic prawns' })).toContainText('in the kitchen');
  });

  await test.step('the cook sees the pair and says what became of the old dish', async () => {
    const struck = slot(screen, 0).getByRole('button', { name: /NOT WANTED: Garlic prawns instead.*Charred leeks/ });
    await expect(struck).toBeVisible();
    await expect(slot(screen, 0).getByRole('button', { name: /INSTEAD OF THAT.*Garlic prawns/ })).toBeVisible();
    await expectSound(screen);
    await slot(screen, 0).getByRole('button', { name: 'Made: waste' }).click();
    await expect(slot(screen, 0).getByRole('button', { name: 'Made: waste' })).toHaveCount(0);
    await slot(screen, 0)
      .getByRole('button', { name: /Garlic prawns/ })
      .last()
      .click();
  });

  await test.step('in the office the order tells what happened, and a dish is taken off from there', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${product.address}/admin/orders?order=${order.id}`);
    const panel = page.getByRole('region', { name: `Order ${order.number}` });
    await expect(panel.getByText('A dish changed, €4.00 more, Demo waiter')).toBeVisible();
    await panel.getByRole('link', { name: 'Change Mushroom croquettes' }).click();
    await page.getByRole('button', { name: 'Take it off the order…' }).click();
    await expect(page.getByLabel('Why')).toBeFocused();
    await page.getByRole('button', { name: 'Take it off', exact: true }).click();
    await expect(page.getByText('Say why, so that the cooks know.')).toBeVisible();
    await expectSound(page);
    await page.getByLabel('Why').fill('Too full');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/admin\/orders\?order=/);
    await expect(panel.getByText('Mushroom croquettes').first()).toBeVisible();
    expect((await orderNow()).totalMinor).toBe(1290);
  });
  await screen.context().close();
});
