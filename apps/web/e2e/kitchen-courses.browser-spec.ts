import { expect, test } from '@playwright/test';
import { DemoKitchen, slot } from './support/kitchen.js';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { startProduct } from './support/product.js';

test.use({ serviceWorkers: 'block' });

const product = startProduct();

test('an allergy is read before the start, a course waits for the pass, and a dish is made again', async ({
  page,
  context,
  request,
  playwright,
}) => {
  const kitchen = await DemoKitchen.of(product, playwright.request);
  await kitchen.openBoard(page);
  await kitchen.place(request, { items: ['leeks'], later: ['prawns'], allergies: ['celery'], table: 3 });
  const ticket = page.getByRole('article', { name: /Table 3, dine-in, 2 items, ALLERGY/ });
  const prawns = ticket.getByRole('button', { name: /Garlic prawns/ });
  await expect(prawns).toContainText('ON HOLD, course 2');
  const unread = ticket.getByRole('button', { name: /celery.*I have read it/ });
  await expectSound(page);
  await page.keyboard.press('1');
  await expect(slot(page, 0)).toContainText('Read the allergy first');
  await expect(ticket.getByText('COOKING')).toHaveCount(0);
  await unread.click();
  await expect(ticket.getByText(/read by Demo kitchen/)).toBeVisible();
  await ticket.getByRole('button', { name: /Start/ }).click();
  await expect(ticket.getByText('COOKING')).toBeVisible();

  const pass = await context.newPage();
  await kitchen.enter(pass, '/kitchen/expo');
  await pass.getByRole('button', { name: /Fire course 2/ }).click();
  await expect(prawns).not.toContainText('ON HOLD');
  await pass.close();

  await ticket.getByRole('button', { name: /Bump/ }).click();
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible({ timeout: 8000 });
  await page.getByRole('button', { name: 'Recall' }).click();
  const list = page.getByRole('dialog', { name: 'Bumped tickets' });
  await list.getByRole('button', { name: /Make again/ }).click();
  await list.getByRole('button', { name: 'Garlic prawns' }).click();
  await expectSound(page);
  await list.getByRole('button', { name: 'Overdone' }).click();
  const again = page.getByRole('article', { name: /Table 3/ });
  await expect(again.getByRole('button', { name: /AGAIN: Overdone.*Garlic prawns/ })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(again.getByRole('button', { name: /Garlic prawns/ })).toHaveCount(2);
});

test('an allergy that a guest names at the checkout warns of the dishes and must be read by the cook', async ({
  page,
  context,
  playwright,
}) => {
  const kitchen = await DemoKitchen.of(product, playwright.request);
  const guest = await context.newPage();
  await guest.goto(product.address);
  await guest.getByRole('button', { name: 'Add Charred leeks' }).click();
  await guest.goto(`${product.address}/checkout`);
  await guest.getByText('Allergies', { exact: false }).first().click();
  await guest.getByRole('checkbox', { name: 'nuts', exact: true }).check({ force: true });
  await expect(guest.getByText('Contains nuts: Charred leeks')).toBeVisible();
  await guest.getByRole('checkbox', { name: 'celery' }).check({ force: true });
  await expect(guest.getByText(/Contains celery/)).toHaveCount(0);
  await expectSoundInEveryLook(guest);
  await guest.setViewportSize({ width: 390, height: 844 });
  await guest.getByText('Contains nuts: Charred leeks').scrollIntoViewIfNeeded();
  await guest.screenshot({ path: 'test-results/guest-allergies.png' });
  await guest.getByRole('textbox', { name: /Name/ }).fill('Ines');
  await guest.getByRole('button', { name: /Place order/ }).click();
  await guest.waitForURL(/\/o\//);
  await guest.close();

  await kitchen.openBoard(page);
  const ticket = page.getByRole('article', { name: /pickup, 1 item, ALLERGY/ });
  await expect(
    ticket.getByRole('button', { name: /celery.*nuts.*I have read it|nuts.*celery.*I have read it/ }),
  ).toBeVisible();
});
