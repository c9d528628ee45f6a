import { randomUUID } from 'node:crypto';
import { anyBasket, dishId } from './world.mjs';

const json = { 'content-type': 'application/json' };

/** What is asked of Comanda. `world` has the restaurants and a cook's session. */
export function productRequests({ ids, cook }) {
  const anyRestaurant = () => ids[Math.floor(Math.random() * ids.length)];
  const placeAt = (restaurant) => {
    const lines = anyBasket().map(({ number, options }) => ({
      itemId: dishId(number),
      quantity: 1,
      options: options.map(({ group, id }) => ({ groupId: group, optionId: id })),
    }));
    return {
      method: 'POST',
      path: `/api/v1/locations/${restaurant}/orders`,
      headers: { ...json, 'idempotency-key': randomUUID() },
      body: JSON.stringify({ fulfilment: { type: 'pickup' }, lines }),
    };
  };
  const command = (ticketId, name) => ({
    method: 'POST',
    path: `/api/v1/tickets/${ticketId}/${name}`,
    headers: { ...json, ...cook, 'if-match': '*' },
    body: '{}',
  });
  return {
    place: () => placeAt(anyRestaurant()),
    placeAt,
    menu: (headers) => ({ method: 'GET', path: `/api/v1/locations/${ids[0]}/menu`, headers }),
    order: (placed) => ({ method: 'GET', path: `/api/v1/tracking/${placed.trackingToken}` }),
    bump: (ticketId) => command(ticketId, 'bump'),
    recall: (ticketId) => command(ticketId, 'recall'),
    tickets: (station) => ({
      method: 'GET',
      path: `/api/v1/locations/${ids[0]}/board?stationId=${station}`,
      headers: cook,
    }),
  };
}
