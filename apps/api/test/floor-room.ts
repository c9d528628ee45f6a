import type {
  FloorTableView,
  FloorView,
  LocationView,
  PlacedOrderView,
  SittingView,
  StaffTableView,
  TicketPage,
  TicketView,
} from '@comanda/shared';
import { Clock } from '../src/platform/clock/index.js';
import { HttpClient, newKey } from './http-client.js';
import type { Dish, Headed, HttpAnswer } from './http-client.js';
import type { TestApp } from './test-app.js';

/** Something that happened 30 hours ago: on an earlier business day, whatever the time is now. */
export async function longAgo<T>({ app }: TestApp, work: () => Promise<T>): Promise<T> {
  const clock = app.get(Clock);
  Object.assign(clock, { now: () => Date.now() - 30 * 3_600_000 });
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(clock, 'now');
  }
}

/** The demo's dining room, for tests that speak HTTP as guests and waiters do. */
export class FloorRoom {
  private constructor(
    readonly http: HttpClient,
    readonly location: LocationView,
    readonly dish: Dish,
    readonly waiter: Headed,
    readonly tables: readonly StaffTableView[],
  ) {}

  static async enter(http: HttpClient): Promise<FloorRoom> {
    const location = await http.location();
    const dish = await http.simpleDish(location.id);
    const waiter = await http.logIn('waiter');
    const path = `/locations/${location.id}/tables`;
    const { body: tables } = await http.call<StaffTableView[]>('GET', path, undefined, waiter);
    return new FloorRoom(http, location, dish, waiter, tables);
  }

  table(at: number): StaffTableView {
    const table = this.tables[at];
    if (!table) throw new Error(`There is no table ${String(at)}.`);
    return table;
  }

  token(at: number): string {
    return this.table(at).guestPath.replace('/t/', '');
  }

  /** A guest orders at a table. */
  order(at: number, more: object = {}, http = this.http): Promise<HttpAnswer<PlacedOrderView>> {
    const fulfilment = { type: 'dine-in', tableToken: this.token(at) };
    const basket = { fulfilment, lines: [this.dish], ...more };
    return http.call('POST', `/locations/${this.location.id}/orders`, basket, newKey());
  }

  call<T>(at: number, kind: 'waiter' | 'bill', http = this.http): Promise<HttpAnswer<T>> {
    return http.call('POST', `/tables/${this.token(at)}/calls`, { kind });
  }

  /** What the waiter sends, at any version unless one is given. */
  send<T>(method: string, path: string, body?: object, more: { version?: number; http?: HttpClient } = {}) {
    const ifMatch = more.version === undefined ? '*' : `"${String(more.version)}"`;
    const headers = { ...this.waiter, ...newKey(), 'if-match': ifMatch };
    return (more.http ?? this.http).call<T>(method, path, body, headers);
  }

  async floor(): Promise<FloorView> {
    return (await this.send<FloorView>('GET', `/locations/${this.location.id}/floor`)).body;
  }

  async at(index: number): Promise<FloorTableView> {
    const found = (await this.floor()).tables.find(({ id }) => id === this.table(index).id);
    if (!found) throw new Error('The table is not on the floor.');
    return found;
  }

  async sitting(id: string): Promise<SittingView> {
    return (await this.send<SittingView>('GET', `/sittings/${id}`)).body;
  }

  async sittingAt(index: number): Promise<SittingView> {
    const { sitting } = await this.at(index);
    if (!sitting) throw new Error('Nobody sits there.');
    return this.sitting(sitting.id);
  }

  async tickets({ number }: { readonly number: number }): Promise<readonly TicketView[]> {
    const path = `/locations/${this.location.id}/tickets?number=${String(number)}`;
    return (await this.send<TicketPage>('GET', path)).body.data;
  }

  /** Everybody leaves, so that the next test finds the table free. */
  async clear(index: number): Promise<void> {
    const { sitting } = await this.at(index);
    if (sitting) await this.send('POST', `/sittings/${sitting.id}/closure`, { reason: 'End of the test' });
  }
}
