import { randomUUID } from 'node:crypto';
import { anyBasket, dishId, RESTAURANTS } from '../world.mjs';

/** The same, asked of the plain program. */
export const plainRequests = {
  place: () => {
    const lines = anyBasket().map(({ number, options }) => ({
      dish: dishId(number),
      options: options.map(({ id }) => id),
    }));
    const restaurant = 1 + Math.floor(Math.random() * RESTAURANTS);
    return {
      method: 'POST',
      path: '/orders',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ restaurant, lines }),
    };
  },
  menu: (headers) => ({ method: 'GET', path: '/menu', headers }),
  order: (placed) => ({ method: 'GET', path: `/orders/${placed.id}` }),
  bump: (ticketId) => ({ method: 'POST', path: `/bump/${ticketId}`, body: '{}' }),
  recall: (ticketId) => ({ method: 'POST', path: `/recall/${ticketId}`, body: '{}' }),
  tickets: (station) => ({ method: 'GET', path: `/tickets/1/${station}` }),
};
