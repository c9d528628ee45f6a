import { randomUUID } from 'node:crypto';
import type {
  BoardView,
  EventView,
  LocationView,
  MenuView,
  Page,
  PlacedOrderView,
  SessionView,
  StaffOrderView,
  TicketView,
} from '@comanda/shared';

export interface HttpAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export type Headed = Readonly<Record<string, string>>;

export interface Dish {
  readonly itemId: string;
  readonly variantId: string;
  readonly quantity: number;
}

/** Talks to a running API over real sockets, as guests and staff do. */
export class HttpClient {
  constructor(readonly address: string) {}

  async call<T>(method: string, path: string, body?: object, headers: Headed = {}): Promise<HttpAnswer<T>> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }

  async location(): Promise<LocationView> {
    return (await this.call<LocationView[]>('GET', '/locations')).body[0] as LocationView;
  }

  /** A dish that can be ordered without choosing anything; another one than `but`. */
  async simpleDish(locationId: string, but?: string): Promise<Dish> {
    const { body: menu } = await this.call<MenuView>('GET', `/locations/${locationId}/menu`);
    const required = new Set(menu.modifierGroups.filter(({ min }) => min > 0).map(({ id }) => id));
    const item = menu.items.find(
      ({ id, variants, onlyAsOption, modifierGroupIds }) =>
        id !== but && variants.length === 1 && !onlyAsOption && !modifierGroupIds.some((id) => required.has(id)),
    );
    return { itemId: item?.id ?? '', variantId: item?.variants[0]?.id ?? '', quantity: 1 };
  }

  /** The headers of a session of the demo's staff. */
  async logIn(role: string): Promise<Headed> {
    const login = { email: `${role}@fennel-and-ember.example`, password: `demo-${role}-pass` };
    const { headers, body } = await this.call<SessionView>('POST', '/session', login);
    const cookie = headers.getSetCookie().map((each) => each.split(';')[0]);
    return { cookie: cookie.join('; '), 'x-csrf-token': body.csrfToken };
  }

  place(locationId: string, dish: Dish, headers: Headed = newKey()): Promise<HttpAnswer<PlacedOrderView>> {
    const basket = { fulfilment: { type: 'pickup' }, lines: [dish] };
    return this.call('POST', `/locations/${locationId}/orders`, basket, headers);
  }

  async order(id: string, staff: Headed): Promise<StaffOrderView> {
    return (await this.call<StaffOrderView>('GET', `/orders/${id}`, undefined, staff)).body;
  }

  async history(orderId: string, staff: Headed): Promise<EventView[]> {
    return (await this.call<EventView[]>('GET', `/orders/${orderId}/events`, undefined, staff)).body;
  }

  async ticketsOf(orderId: string, locationId: string, staff: Headed): Promise<TicketView[]> {
    const boards = ['board', 'recallable'].map((name) =>
      this.call<BoardView>('GET', `/locations/${locationId}/${name}`, undefined, staff),
    );
    const tickets = (await Promise.all(boards)).flatMap(({ body }) => body.tickets);
    return tickets.filter((ticket) => ticket.orderId === orderId);
  }

  /** All events of the location, page by page. */
  async feed(locationId: string, staff: Headed): Promise<EventView[]> {
    const events: EventView[] = [];
    for (let after = '0', more = true; more;) {
      const path = `/locations/${locationId}/events?after=${after}&limit=100`;
      const { body } = await this.call<Page<EventView>>('GET', path, undefined, staff);
      events.push(...body.data);
      more = body.hasMore;
      after = body.nextCursor ?? after;
    }
    return events;
  }
}

export const newKey = (): Headed => ({ 'idempotency-key': randomUUID() });

/** The numbers from 1 up to how many there are: what a gapless row of events looks like. */
export const gapless = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
