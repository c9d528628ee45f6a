import type { BoardView, MenuView, PlacedOrderView, Role, StaffOrderView } from '@comanda/shared';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { DemoStaff, Product } from './product.js';

/** Logs one of the demo's staff in by the page, as a person does, and ends on the page that was wanted. */
export async function logInByPage(
  page: Page,
  { address }: Product,
  role: Role,
  wanted = '/admin/orders',
): Promise<void> {
  // A sheet that is half faded in has half its contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address + wanted);
  await page.getByLabel('E-mail').fill(`${role}@fennel-and-ember.example`);
  await page.getByLabel('Password', { exact: true }).fill(`demo-${role}-pass`);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((url) => url.pathname + url.search === wanted);
}

let orders = 0;

/** A guest's order for pickup of one dish. */
export async function placeOrder({ api, session }: DemoStaff, dish: string, guest: string): Promise<PlacedOrderView> {
  const location = `locations/${session.locationId}`;
  const menu = (await (await api.get(`${location}/menu`)).json()) as MenuView;
  const item = menu.items.find(({ name }) => name === dish);
  const lines = [{ itemId: item?.id, variantId: item?.variants[0]?.id, quantity: 1 }];
  orders += 1;
  const answer = await api.post(`${location}/orders`, {
    data: { fulfilment: { type: 'pickup' }, lines, guest: { name: guest } },
    headers: { 'Idempotency-Key': `browser-spec-${process.pid}-${orders}` },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as PlacedOrderView;
}

/** Whether the restaurant accepts by itself what guests order. */
export async function setAutoAccept({ api, session }: DemoStaff, autoAccept: boolean): Promise<void> {
  const answer = await api.patch(`locations/${session.locationId}`, { data: { autoAccept } });
  expect(answer.status()).toBe(200);
}

export async function getOrder({ api }: DemoStaff, id: string): Promise<StaffOrderView> {
  return (await (await api.get(`orders/${id}`)).json()) as StaffOrderView;
}

export async function boardOf({ api, session }: DemoStaff): Promise<BoardView> {
  return (await (await api.get(`locations/${session.locationId}/board`)).json()) as BoardView;
}
