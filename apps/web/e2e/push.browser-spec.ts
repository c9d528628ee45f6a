import type { PlacedOrderView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import { expectSoundInEveryLook } from './support/looks.js';
import { placeOrder } from './support/office.js';
import { logInAs, startProduct } from './support/product.js';

const product = startProduct();

/** Chromium without a face has no push service: what it would answer, with keys that are sound. */
function withPushService(): void {
  const key = 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM';
  const subscription = {
    endpoint: 'https://fcm.googleapis.com/fcm/send/spec',
    keys: { p256dh: key, auth: 'tBHItJI5svbpez7KI4CCXg' },
  };
  PushManager.prototype.subscribe = () =>
    Promise.resolve({ toJSON: () => subscription } as unknown as PushSubscription);
}

test('a guest asks to be told, and hears in German that it is ready', async ({ browser, playwright }) => {
  const manager = await logInAs('manager', product, playwright.request);
  const { trackingToken, number }: PlacedOrderView = await placeOrder(manager, 'Charred leeks', 'Ada');
  const context = await browser.newContext({ permissions: ['notifications'], locale: 'de' });
  await context.addInitScript(withPushService);
  const page = await context.newPage();
  await page.goto(`${product.address}/de/o/${trackingToken}`);
  await page.getByRole('button', { name: 'Benachrichtigen, wenn es fertig ist' }).click();
  await expect(page.locator('app-push-part').getByText('Wir benachrichtigen Sie auf diesem Gerät.')).toBeVisible();
  await expectSoundInEveryLook(page);

  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const data = JSON.stringify({ news: 'ready', number, restaurant: 'Fennel & Ember', trackingToken });
  await devtools.send('ServiceWorker.deliverPushMessage', {
    origin: product.address,
    registrationId: await registered,
    data,
  });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notifications = await registration.getNotifications();
      return notifications.map(({ title, body, lang, data: to }) => ({ title, body, lang, to: to as string }));
    });
  await expect.poll(shown).toEqual([
    {
      title: 'Ihre Bestellung ist fertig',
      body: `Fennel & Ember · ${String(number)}`,
      lang: 'de',
      to: `/de/o/${trackingToken}`,
    },
  ]);
  await page.getByRole('button', { name: 'Nicht mehr benachrichtigen' }).click();
  await expect(page.getByRole('button', { name: 'Benachrichtigen, wenn es fertig ist' })).toBeVisible();
  await context.close();
});
