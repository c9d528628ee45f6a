import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { expectSound, expectSoundInEveryLook } from './support/looks.js';
import { startProduct } from './support/product.js';

const product = startProduct();
const PHONE = { width: 390, height: 844 };
const EMAIL = 'ines@example.org';

async function aPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block', reducedMotion: 'reduce' });
  return context.newPage();
}

/** The newest link in the outbox, which the product shows as no mail server is set. */
async function linkFor(page: Page, email: string): Promise<string> {
  await page.goto(`${product.address}/dev/outbox`);
  const letter = page.getByRole('article').filter({ hasText: email }).first();
  return (await letter.getByRole('link').getAttribute('href')) ?? '';
}

async function askForLink(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeFocused();
}

async function logIn(page: Page): Promise<string> {
  await page.goto(`${product.address}/account`);
  await askForLink(page);
  const link = await linkFor(page, EMAIL);
  await page.goto(link);
  await page.getByRole('button', { name: 'Log in on this device' }).click();
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
  return link;
}

/** An authenticator of the browser's own, that agrees to everything. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
}

test('an order is kept by a link in a mail, and ordered again from another device', async ({ browser }) => {
  const page = await aPhone(browser);
  await test.step('after an order a quiet line leads to the account', async () => {
    await page.goto(product.address);
    await page.getByRole('button', { name: /^Add Charred leeks/ }).click();
    await page.goto(`${product.address}/checkout`);
    await page.locator('#guest-name').fill('Ines');
    await page.getByRole('button', { name: /^Place order/ }).click();
    await page.waitForURL(/\/o\//);
    await page.getByRole('link', { name: 'Keep this order in an account' }).click();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
  });

  await test.step('a wrong address is named, a right one gets a link', async () => {
    await page.getByLabel('E-mail').fill('ines');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByText('Enter an e-mail address like')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toBeFocused();
    await askForLink(page);
    await expectSoundInEveryLook(page);
  });

  const phone = await aPhone(browser);
  const link = await linkFor(phone, EMAIL);
  await test.step('the mail is read on another device, which is logged in and has the order', async () => {
    await phone.goto(link);
    await expect(phone.getByText('You asked for this link on another device')).toBeVisible();
    await expectSoundInEveryLook(phone);
    await phone.getByRole('button', { name: 'Log in on this device' }).click();
    await expect(phone.getByRole('listitem').filter({ hasText: 'Charred leeks' })).toBeVisible();
    expect(new URL(phone.url()).hash).toBe('');
    await expectSoundInEveryLook(phone);
    await phone.setViewportSize(PHONE);
  });

  await test.step('the link is spent', async () => {
    await page.goto(link);
    await page.getByRole('button', { name: 'Log in on this device' }).click();
    await expect(page.getByRole('heading', { name: 'This link was used already' })).toBeVisible();
    await expectSound(page);
  });

  await test.step('the same is ordered again with what the menu says today', async () => {
    await phone.getByRole('button', { name: /^Order again/ }).click();
    await phone
      .getByRole('region', { name: 'The same again' })
      .getByRole('button', { name: /^Order again/ })
      .click();
    await phone.waitForURL(/checkout/);
    await expect(phone.getByText('Charred leeks').first()).toBeVisible();
  });
  await Promise.all([page, phone].map((each) => each.context().close()));
});

test('diet, name and address are said once and begin the menu and the checkout', async ({ browser }) => {
  const page = await aPhone(browser);
  await logIn(page);
  await test.step('details', async () => {
    await page.getByRole('link', { name: 'Details' }).click();
    await page.getByLabel('Name').fill('Ines Prado');
    await page.getByRole('checkbox', { name: 'nuts', exact: true }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
  });

  await test.step('addresses', async () => {
    await page.getByRole('link', { name: 'Addresses' }).click();
    await page.getByRole('button', { name: 'Add an address' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByLabel('Street and number')).toBeFocused();
    await page.getByLabel('Street and number').fill('Torstrasse 1');
    await page.getByLabel('Postcode').fill('10115');
    await expectSound(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Used at the checkout')).toBeVisible();
    await page.getByRole('button', { name: 'Add an address' }).click();
    await page.getByLabel('What you call it').fill('Work');
    await page.getByLabel('Street and number').fill('Far Street 9');
    await page.getByLabel('Postcode').fill('99999');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Far Street 9')).toBeVisible();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
  });

  await test.step('the menu shows that its filter is on, and the delivery begins with the address', async () => {
    await page.goto(product.address);
    await page.getByRole('button', { name: 'Diet and allergens · 1' }).click();
    await expect(page.getByText('From your account.')).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Pickup' }).click();
    await page.getByRole('radio', { name: 'Delivery' }).check();
    await expect(page.getByLabel('Street and number')).toHaveValue('Torstrasse 1');
  });

  await test.step('another address of the account is one tap, is checked and can be changed', async () => {
    const saved = page.getByRole('group', { name: 'Your addresses' }).getByRole('radio');
    await expect(saved.first()).toBeChecked();
    await saved.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /^Work/ })).toBeFocused();
    await expect(page.getByLabel('Street and number')).toHaveValue('Far Street 9');
    await expect(page.getByText(/We do not deliver to 99999/)).toBeVisible();
    await page.getByLabel('Postcode').fill('10117');
    await expect(page.getByRole('radio', { name: 'Another address' })).toBeChecked();
    await saved.first().check();
    await page.getByRole('radio', { name: 'Another address' }).check();
    await expect(page.getByLabel('Postcode')).toHaveValue('10117');
    await page.getByRole('radio', { name: /^Torstrasse 1/ }).check();
    await expect(page.getByText(/€2.50 · 30–40 min/)).toBeVisible();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
  });

  await test.step('whoever brings it can call', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    for (const dish of ['Charred leeks', 'Garlic prawns'])
      await page.getByRole('button', { name: `Add ${dish}` }).click();
    await page.getByRole('button', { name: /View order/ }).click();
    await page.getByLabel('Phone').fill('');
    await page.getByRole('button', { name: /Place order/ }).click();
    const missing = 'Enter a number, so that the driver can find you.';
    await expect(page.getByRole('link', { name: missing })).toBeVisible();
    await page.getByLabel('Phone').fill('+49 30 1234567');
    await expect(page.getByText(missing)).toHaveCount(0);
  });
  await page.context().close();
});

test('a passkey logs in without a mail; data are taken along, then deleted for good', async ({ browser }) => {
  const page = await aPhone(browser);
  await plugInAuthenticator(page);
  await page.goto(`${product.address}/account`);
  await page.getByLabel('E-mail').fill('leo@example.org');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  await page.goto(await linkFor(page, 'leo@example.org'));
  await page.getByRole('button', { name: 'Log in on this device' }).click();
  await expect(page.getByText('No orders yet.')).toBeVisible();

  await test.step('register it, log out, log in with it', async () => {
    await page.getByRole('link', { name: 'Log-in', exact: true }).click();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByRole('listitem')).toHaveCount(1);
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('button', { name: 'Log in with a passkey' }).click();
    await expect(page.getByText(/last used/)).toBeVisible();
  });

  await test.step('download and delete', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download my data' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('my-data.json');
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await expectSound(page);
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await expect(page.getByText('Your account and what was in it are deleted.')).toBeVisible();
    await expectSound(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    await expect(page.getByText('Your account and what was in it are deleted.')).toBeHidden();
  });
  await page.context().close();
});

test('another e-mail address counts once the link that went there is opened, and not before', async ({ browser }) => {
  const page = await aPhone(browser);
  await logIn(page);
  const access = `${product.address}/account/access`;
  await page.goto(access);
  const login = page.getByRole('region', { name: 'E-mail' });

  await test.step('it is asked for with a valid address, and can be withdrawn', async () => {
    await login.getByRole('button', { name: 'Change the address' }).click();
    await expect(login.getByLabel('New e-mail address')).toBeFocused();
    await login.getByLabel('New e-mail address').fill(EMAIL);
    await login.getByRole('button', { name: 'Send me a link' }).click();
    await expect(login.getByText('This is the address that you have.')).toBeVisible();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
    await login.getByLabel('New e-mail address').fill('first@example.org');
    await login.getByRole('button', { name: 'Send me a link' }).click();
    await expect(login.getByText('We have sent a link to first@example.org')).toBeFocused();
    await page.reload();
    await expect(login.getByText('We have sent a link to first@example.org')).toBeVisible();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
    await login.getByRole('button', { name: 'Keep the old address' }).click();
    await expect(login.getByRole('button', { name: 'Change the address' })).toBeFocused();
  });
  const withdrawn = await linkFor(page, 'first@example.org');

  await test.step('the link changes it on a device that is logged in, once', async () => {
    await page.goto(access);
    await login.getByRole('button', { name: 'Change the address' }).click();
    await login.getByLabel('New e-mail address').fill('second@example.org');
    await login.getByRole('button', { name: 'Send me a link' }).click();
    await expect(login.getByText('We have sent a link to second@example.org')).toBeVisible();
    const link = await linkFor(page, 'second@example.org');
    const stranger = await aPhone(browser);
    await stranger.goto(link);
    await expect(stranger.getByRole('heading', { name: 'Log in first' })).toBeVisible();
    await expectSound(stranger);
    await stranger.context().close();
    await page.goto(withdrawn);
    await page.getByRole('button', { name: 'Use the new address' }).click();
    await expect(page.getByRole('heading', { name: 'We do not know this link' })).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'New e-mail address' })).toBeVisible();
    await expectSoundInEveryLook(page);
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: 'Use the new address' }).click();
    await expect(page.getByText('Links to log in go to second@example.org from now on.')).toBeVisible();
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await expectSound(page);
    await page.getByRole('link', { name: 'To your account' }).click();
    await expect(login.getByText('second@example.org')).toBeVisible();
    await page.goto(link);
    await page.getByRole('button', { name: 'Use the new address' }).click();
    await expect(page.getByRole('heading', { name: 'This link was used already' })).toBeVisible();
  });
  await page.context().close();
});

test('a broken link and a restaurant that cannot be reached say what to do', async ({ browser }) => {
  const page = await aPhone(browser);
  await page.goto(`${product.address}/account/enter`);
  await expect(page.getByRole('heading', { name: 'We do not know this link' })).toBeVisible();
  await page.goto(`${product.address}/account/enter#nobody-knows-this`);
  await page.route('**/guest-account/session', (route) => route.abort());
  await page.getByRole('button', { name: 'Log in on this device' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be reached' })).toBeVisible();
  await page.unroute('**/guest-account/session');
  await page.getByRole('button', { name: 'Log in on this device' }).click();
  await expect(page.getByRole('heading', { name: 'We do not know this link' })).toBeVisible();
  await expectSound(page);
  await page.context().close();
});
