// The demo restaurant, with a dish of which there are only so many portions, made of something of which there is so much.
import { randomUUID } from 'node:crypto';
import { call, logIn, visit } from '../installation/guests.mjs';

const PORTIONS = 1500;
const PER_PORTION_MILLI = 250;
/** It runs out a little before the portions do. */
const RECEIVED_MILLI = 1400 * PER_PORTION_MILLI;
const INGREDIENT = 'rare-root';

/** The restaurant, those who work there and the dish that is counted. */
export async function open({ address }) {
  const restaurant = await visit(address);
  const [counted] = restaurant.dishes;
  const staff = await logIn(address, 'manager');
  const [cook, waiter] = [await logIn(address, 'kitchen'), await logIn(address, 'waiter')];
  const tables = await call(address, 'GET', `${restaurant.base}/tables`, { headers: waiter });
  const seats = tables.body.map(({ id, guestPath }) => ({ id, token: guestPath.split('/').at(-1) }));
  return { address, restaurant, staff, cook, waiter, counted, ingredientId: INGREDIENT, tables: seats };
}

/** Begins to count; resolves to what the checker has to know of it. */
export async function countDish({ address, restaurant, staff, counted: { itemId } }) {
  const send = async (method, path, body) => {
    const headers = { ...staff, 'idempotency-key': randomUUID() };
    const { status } = await call(address, method, `${restaurant.base}/${path}`, { body, headers });
    if (status >= 300) throw new Error(`${method} ${path} was refused (${status}).`);
  };
  await send('PUT', `countdowns/item/${itemId}`, { remaining: PORTIONS });
  await send('PUT', `ingredients/${INGREDIENT}`, { name: { en: 'Rare root' }, unit: 'g', allergens: [] });
  await send('PUT', `recipes/item/${itemId}`, {
    lines: [{ ingredientId: INGREDIENT, quantityMilli: PER_PORTION_MILLI }],
  });
  const delivery = { ingredientId: INGREDIENT, kind: 'receive', quantityMilli: RECEIVED_MILLI };
  await send('POST', 'stock-movements', delivery);
  const ingredient = { id: INGREDIENT, perPortionMilli: PER_PORTION_MILLI };
  return { locationId: restaurant.id, itemId, atFirst: PORTIONS, ingredient };
}
