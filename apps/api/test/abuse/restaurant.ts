import type { BasketLine, MenuView, PlacedOrderView, PlaceOrderRequest, QuoteView, TableView } from '@comanda/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Demo } from '../../src/demo/index.js';
import { Database } from '../../src/platform/database/index.js';
import { IdempotencyKeyEntity } from '../../src/platform/http/idempotency/idempotency-key.entity.js';
import { RouteTable } from '../../src/platform/http/index.js';
import { SCHEMA } from '../../src/schema.js';
import { logIn } from '../office.js';
import { startTestApp } from '../test-app.js';

type Headers = Record<string, string>;

/** A restaurant in the middle of its service, and what an attacker may know of it. */
export interface Restaurant {
  readonly app: NestFastifyApplication;
  readonly locationId: string;
  readonly order: PlacedOrderView;
  readonly request: PlaceOrderRequest;
  readonly soldOut: BasketLine;
  readonly foreignChoice: { readonly groupId: string; readonly optionId: string };
  readonly admin: Headers;
  readonly stranger: Headers;
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  readonly countRows: () => Promise<Record<string, number>>;
  readonly place: (body: object, headers?: Headers) => Promise<{ status: number; body: PlacedOrderView }>;
  readonly close: () => Promise<void>;
}

const RIVAL = {
  name: 'Rival',
  timezone: 'Europe/Berlin',
  currency: 'EUR',
  defaultLanguage: 'en',
  admin: { name: 'Rita', email: 'rita@rival.example', password: 'ten letters or more' },
};
let keys = 0;

export const freshKey = (): Headers => ({ 'idempotency-key': `abuse-test-${String(++keys).padStart(10, '0')}` });

export async function openRestaurant(): Promise<Restaurant> {
  const { app, close } = await startTestApp();
  const demo = await app.get(Demo).seed();
  if (!demo) throw new Error('The database was not empty.');
  const { locationId } = demo;
  const at = `/api/v1/locations/${locationId}`;
  const admin = await logIn(app, demo.staff.find(({ email }) => email.startsWith('admin')) ?? {});
  const rival = await app.inject({ method: 'POST', url: '/api/v1/locations', payload: RIVAL, headers: admin });
  if (rival.statusCode !== 201) throw new Error(rival.body);
  const stranger = await logIn(app, { email: RIVAL.admin.email, password: RIVAL.admin.password });
  const menu = (await app.inject({ url: `${at}/menu` })).json<MenuView>();
  const [soldOut] = simpleLines(menu).slice(-1);
  if (!soldOut) throw new Error('The demo has no simple dish.');
  const countdown = `${at}/countdowns/item/${soldOut.itemId}`;
  await app.inject({ method: 'PUT', url: countdown, payload: { remaining: 0 }, headers: admin });

  const place = async (body: object, headers: Headers = freshKey()) => {
    const answer = await app.inject({ method: 'POST', url: `${at}/orders`, payload: body, headers });
    return { status: answer.statusCode, body: answer.json<PlacedOrderView>() };
  };
  const table = demo.tablePaths[0]?.replace('/t/', '') ?? '';
  const { token: tableToken } = {
    token: table,
    ...(await app.inject({ url: `/api/v1/tables/${table}` })).json<TableView>(),
  };
  const basket = {
    fulfilment: { type: 'dine-in', tableToken },
    lines: [richLine(menu), ...simpleLines(menu).slice(0, 1)],
  };
  const quote = (await app.inject({ method: 'POST', url: `${at}/quotes`, payload: basket })).json<QuoteView>();
  const request = {
    ...basket,
    guest: { name: 'Ines', phone: '+49 30 1' },
    note: 'quick',
    tipMinor: 0,
    language: 'de',
    expectedTotalMinor: quote.totalMinor,
  } as PlaceOrderRequest;
  const { body: order } = await place(request);
  return {
    app,
    locationId,
    order,
    request,
    soldOut,
    admin,
    stranger,
    place,
    close,
    foreignChoice: foreignChoice(menu, request.lines[1]?.itemId ?? ''),
    routes: app
      .get(RouteTable)
      .routes()
      .filter(({ method }) => method !== 'HEAD'),
    countRows: () => countRows(app),
  };
}

/** All tables but the keys: a key remembers the refusal that it got, so that the same request gets it again. */
async function countRows(app: NestFastifyApplication): Promise<Record<string, number>> {
  const { reader } = app.get(Database);
  const counts: Record<string, number> = {};
  for (const entity of (SCHEMA.entities as (new () => object)[]).filter((each) => each !== IdempotencyKeyEntity))
    counts[entity.name] = await reader.count(entity);
  return counts;
}

/** Dishes that need no choice. */
function simpleLines(menu: MenuView): BasketLine[] {
  const needed = new Set(menu.modifierGroups.filter(({ min }) => min > 0).map(({ id }) => id));
  return menu.items
    .filter(
      (item) => item.variants.length === 1 && !item.onlyAsOption && !item.modifierGroupIds.some((id) => needed.has(id)),
    )
    .map(({ id, variants }) => ({ itemId: id, variantId: variants[0]?.id ?? '', quantity: 1 }));
}

/** A dish with a choice made. */
function richLine(menu: MenuView): BasketLine {
  const groups = new Map(menu.modifierGroups.map((group) => [group.id, group]));
  const item = menu.items.find(({ modifierGroupIds, onlyAsOption }) => modifierGroupIds.length > 0 && !onlyAsOption);
  const options = (item?.modifierGroupIds ?? []).flatMap((groupId) => {
    const group = groups.get(groupId);
    return (group?.options ?? []).slice(0, Math.max(group?.min ?? 0, 1)).map(({ id }) => ({ groupId, optionId: id }));
  });
  return { itemId: item?.id ?? '', variantId: item?.variants[0]?.id ?? '', quantity: 2, options, note: 'hot' };
}

function foreignChoice(menu: MenuView, itemId: string): { groupId: string; optionId: string } {
  const own = new Set(menu.items.find(({ id }) => id === itemId)?.modifierGroupIds);
  const group = menu.modifierGroups.find(({ id }) => !own.has(id));
  return { groupId: group?.id ?? '', optionId: group?.options[0]?.id ?? '' };
}
