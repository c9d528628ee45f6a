import { randomUUID } from 'node:crypto';
import type { Allergen, BoardView, PlacedOrderView, StaffTableView } from '@comanda/shared';
import { expect } from '@playwright/test';
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { logInAs } from './product.js';
import type { DemoStaff, Product } from './product.js';

export const anyVersion = { headers: { 'If-Match': '*' }, data: {} };

interface Wanted {
  readonly items: readonly string[];
  /** What comes as the second course. */
  readonly later?: readonly string[];
  readonly allergies?: readonly Allergen[];
  readonly table?: number;
  readonly name?: string;
  readonly note?: string;
}

/** The demo's kitchen: a cook on the API, and guests who order. */
export class DemoKitchen {
  private constructor(
    private readonly product: Product,
    readonly cook: DemoStaff,
    private readonly tables: readonly StaffTableView[],
  ) {}

  static async of(product: Product, requests: Parameters<typeof logInAs>[2]): Promise<DemoKitchen> {
    const cook = await logInAs('kitchen', product, requests);
    const tables = await cook.api.get(`locations/${cook.session.locationId}/tables`);
    return new DemoKitchen(product, cook, (await tables.json()) as StaffTableView[]);
  }

  get here(): string {
    return `locations/${this.cook.session.locationId}`;
  }

  async board(): Promise<BoardView> {
    return (await (await this.cook.api.get(`${this.here}/board`)).json()) as BoardView;
  }

  async command(ticketId: string, path: string): Promise<void> {
    const answer = await this.cook.api.post(`tickets/${ticketId}/${path}`, anyVersion);
    expect(answer.status()).toBe(200);
  }

  /** Everything is cooked and carried out. */
  async clear(): Promise<void> {
    const { tickets } = await this.board();
    for (const { id, state } of tickets) await this.command(id, state === 'cancelled' ? 'acknowledgement' : 'bump');
    const { orders } = (await (await this.cook.api.get(`${this.here}/expo`)).json()) as {
      orders: { orderId: string }[];
    };
    for (const { orderId } of orders) await this.cook.api.post(`orders/${orderId}/hand-over`, anyVersion);
  }

  /** A guest orders over the API. */
  async place(
    guest: APIRequestContext,
    { items, later = [], allergies, table, name, note }: Wanted,
  ): Promise<PlacedOrderView> {
    const path = table === undefined ? undefined : this.tables[table - 1]?.guestPath;
    const tableToken = path?.split('/').at(-1);
    const answer = await guest.post(`${this.product.address}/api/v1/${this.here}/orders`, {
      headers: { 'Idempotency-Key': randomUUID() },
      data: {
        fulfilment: tableToken === undefined ? { type: 'pickup' } : { type: 'dine-in', tableToken },
        lines: [
          ...items.map((itemId) => ({ itemId, quantity: 1 })),
          ...later.map((itemId) => ({ itemId, quantity: 1, course: 2 })),
        ],
        guest: { name: name ?? 'Ines' },
        note,
        allergies,
      },
    });
    expect(answer.status()).toBe(201);
    return (await answer.json()) as PlacedOrderView;
  }

  async enter(page: Page, path: string, size = { width: 1280, height: 800 }): Promise<void> {
    await page.setViewportSize(size);
    await page.context().addCookies((await this.cook.api.storageState()).cookies);
    await page.goto(`${this.product.address}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  async openBoard(page: Page, station = 'grill'): Promise<void> {
    await this.enter(page, `/kitchen/${station}`);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
  }
}

export const slot = (page: Page, index: number): Locator => page.locator(`[data-slot="${index}"]`);
