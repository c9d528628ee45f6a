import { expect, test } from '@playwright/test';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { boardOf, getOrder, logInByPage, placeOrder, setAutoAccept } from './support/office.js';
import { logInAs, startProduct } from './support/product.js';

const product = startProduct();

test('the log-in refuses a wrong password in words and leads to the page that was wanted', async ({ page }) => {
  await page.goto(`${product.address}/admin/orders?pay=unpaid`);
  await page.waitForURL(/\/admin\/login\?next=/);
  await expectSound(page);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByText('Enter your e-mail address')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.getByLabel('E-mail').fill('admin@fennel-and-ember.example');
  await page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The e-mail or the password is wrong' })).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Password', { exact: true }).fill('demo-admin-pass');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/admin\/orders\?pay=unpaid$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
});

test('an address of another site behind next leads to the orders', async ({ page }) => {
  await logInByPage(page, product, 'waiter');
  await page.goto(`${product.address}/admin/login?next=//evil.example/`);
  await page.waitForURL(`${product.address}/admin/orders`);
});

test('without network the log-in says so, and without an answer it keeps trying', async ({ page, context }) => {
  await page.goto(`${product.address}/admin/login`);
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('This device has no network.')).toBeVisible();
  await page.getByLabel('E-mail').fill('waiter@fennel-and-ember.example');
  await page.getByLabel('Password', { exact: true }).fill('demo-waiter-pass');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByText('does not answer')).toBeVisible();
  await expectSound(page);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(/\/admin\/orders/);
});

test('a role without the permission is told so and may log in as somebody else', async ({ page }) => {
  await logInByPage(page, product, 'kitchen');
  await expect(page.getByRole('link', { name: 'Staff' })).toHaveCount(0);
  await page.goto(`${product.address}/admin/staff`);
  await expect(page.getByRole('heading', { level: 1, name: 'Not yours to open' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Log in as somebody else' }).click();
  await page.waitForURL(/\/admin\/login\?next=%2Fadmin%2Fstaff$/);
});

test('an order is accepted, paid and cancelled with the answer of the kitchen', async ({ page, playwright }) => {
  const boss = await logInAs('admin', product, playwright.request);
  await setAutoAccept(boss, false);
  const placed = await placeOrder(boss, 'Charred leeks', 'Ines');
  await logInByPage(page, product, 'manager');
  await page.getByRole('button', { name: `Order ${placed.number}`, exact: true }).click();
  await page.waitForURL(/order=/);
  const panel = page.getByRole('region', { name: `Order ${placed.number}` });
  await expect(panel.getByText('Placed, Demo admin')).toBeVisible();
  await expectSound(page);
  await panel.getByRole('button', { name: 'Accept' }).click();
  await expect(panel.getByText('Accepted, Demo manager')).toBeVisible();

  await panel.getByRole('button', { name: 'Record payment' }).click();
  await panel.getByLabel('Amount').fill('4,00');
  await panel.getByLabel('Card').check();
  await expectSound(page);
  await panel.getByRole('button', { name: 'Record payment' }).click();
  await expect(panel.getByText('Card, Demo manager')).toBeVisible();
  expect(await getOrder(boss, placed.id)).toMatchObject({ paidMinor: 400, paymentState: 'partly-paid' });
  await panel.getByRole('button', { name: 'Record payment' }).click();
  await panel.getByLabel('Amount').fill('99');
  await panel.getByRole('button', { name: 'Record payment' }).click();
  await expect(panel.getByText('More than is owed. At most €4.90.')).toBeVisible();
  await page.keyboard.press('Escape');

  const board = await boardOf(boss);
  const start = await boss.api.post(`tickets/${board.tickets[0]?.id}/start`, {
    data: {},
    headers: { 'If-Match': '*' },
  });
  expect(start.status()).toBe(200);
  await expect(panel.getByText('Cooking started: Charred leeks, Demo admin')).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel order' }).click();
  await panel.getByRole('button', { name: 'Cancel order' }).click();
  await expect(panel.getByText('Say why; the guest will read it.')).toBeVisible();
  await expect(panel.getByLabel('Reason')).toBeFocused();
  await panel.getByLabel('Reason').fill('Guest left');
  await panel.getByRole('button', { name: 'Cancel order' }).click();
  await expect(panel.getByText('Ask the kitchen and choose an answer.')).toBeVisible();
  await expectSound(page);
  await panel.getByLabel('Yes, made').check();
  await panel.getByRole('button', { name: 'Cancel order' }).click();
  await expect(panel.getByText('Cancelled, Demo manager')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('new orders wait behind a count, and who was slower learns who was quicker', async ({ page, playwright }) => {
  const boss = await logInAs('admin', product, playwright.request);
  await setAutoAccept(boss, false);
  const first = await placeOrder(boss, 'Charred leeks', 'Jonas');
  await logInByPage(page, product, 'manager');
  await expect(page.getByRole('row', { name: /Jonas/ })).toBeVisible();
  const second = await placeOrder(boss, 'Charred leeks', 'Marta');
  const pill = page.getByRole('button', { name: /1 new/ });
  await expect(pill).toBeVisible();
  await expect(page.getByRole('row', { name: /Marta/ })).toHaveCount(0);
  await pill.click();
  await expect(page.getByRole('row', { name: /Marta/ })).toBeVisible();
  await expect(pill).toHaveCount(0);

  // The news of the other's deed are held back, so that this page still shows the order as new.
  await page.route(`**/orders/${second.id}/acceptance`, async (route) => {
    const etag = { 'If-Match': `"${second.version}"` };
    await boss.api.post(`orders/${second.id}/acceptance`, { data: {}, headers: etag });
    await route.continue();
  });
  await page.getByRole('button', { name: `Accept order ${second.number}` }).click();
  await expect(page.getByText(/Demo admin accepted this order (just now|\d+ s ago)/).first()).toBeVisible();
  expect((await getOrder(boss, second.id)).state).toBe('in-kitchen');
  await page.getByRole('button', { name: `Order ${first.number}`, exact: true }).click();
  const panel = page.getByRole('region', { name: `Order ${first.number}` });
  await panel.getByRole('button', { name: 'Reject' }).click();
  await panel.getByLabel('Reason').fill('Too busy');
  await panel.getByRole('button', { name: 'Reject order' }).click();
  await expect(panel.getByText('Rejected, Demo manager')).toBeVisible();
});

test('a ready order is handed over from its row', async ({ page, playwright }) => {
  const boss = await logInAs('admin', product, playwright.request);
  await setAutoAccept(boss, true);
  const placed = await placeOrder(boss, 'Charred leeks', 'Noor');
  const ticket = (await boardOf(boss)).tickets.find(({ orderId }) => orderId === placed.id);
  await boss.api.post(`tickets/${ticket?.id}/bump`, { data: {}, headers: { 'If-Match': '*' } });
  await logInByPage(page, product, 'waiter');
  await page.getByRole('button', { name: `Hand over order ${placed.number}` }).click();
  await expect(page.getByText(`Order ${placed.number} handed over`).first()).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /Finished/ })).toBeVisible();
  await page.getByRole('button', { name: 'Finished' }).click();
  await page.waitForURL(/show=over/);
  await expect(page.getByRole('row', { name: /Noor/ })).toBeVisible();
  expect((await getOrder(boss, placed.id)).state).toBe('completed');
});

test('orders and an open order are accessible and fit, at every size, light and dark', async ({ page, playwright }) => {
  const boss = await logInAs('admin', product, playwright.request);
  const { number } = await placeOrder(boss, 'Charred leeks', 'Ines');
  await logInByPage(page, product, 'admin');
  await expect(page.getByRole('button', { name: `Order ${number}`, exact: true })).toBeVisible();
  await expectSoundInEveryLook(page);
  await page.getByRole('button', { name: `Order ${number}`, exact: true }).click();
  await expect(page.getByText('What happened')).toBeVisible();
  await expectSoundInEveryLook(page);
});

test('while loading, when empty, when it fails and without network the page says so', async ({ page, context }) => {
  await logInByPage(page, product, 'admin');
  await page.goto(`${product.address}/admin/orders?q=nobody-of-that-name`);
  await expect(page.getByText('No order matches these filters.')).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await context.setOffline(true);
  await expect(page.getByText('No network. You see what was last known')).toBeVisible();
  await expectSound(page);
  await context.setOffline(false);
  await page.route('**/orders?**', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto(`${product.address}/admin/orders`);
  await expect(page.getByText('The orders could not be loaded.')).toBeVisible();
  await expectSound(page);
  await page.unroute('**/orders?**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table').or(page.getByText('No open orders.'))).toBeVisible();
});

test('ordering is paused and resumed, and the guest sees it', async ({ page, browser }) => {
  await logInByPage(page, product, 'manager');
  await page.getByRole('button', { name: 'Pause ordering' }).click();
  await expectSound(page);
  await page.getByLabel('15 minutes').check();
  await page.getByRole('button', { name: 'Pause now' }).click();
  await expect(page.getByText(/^Ordering paused until \d\d:\d\d$/)).toBeVisible();
  const guest = await browser.newPage();
  await guest.goto(product.address);
  await expect(guest.getByText(/paused/i).first()).toBeVisible();
  await page.getByRole('button', { name: 'Resume ordering' }).click();
  await expect(page.getByText('Taking orders', { exact: true })).toBeVisible();
  await expect(guest.getByText(/paused/i)).toHaveCount(0);
  await guest.close();
});

test('logging out ends the session', async ({ page }) => {
  await logInByPage(page, product, 'waiter');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.waitForURL(/\/admin\/login/);
  await page.goto(`${product.address}/admin/orders`);
  await page.waitForURL(/\/admin\/login\?next=/);
});
