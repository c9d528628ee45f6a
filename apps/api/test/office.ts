import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SessionView } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { startTestApp } from './test-app.js';
import type { TestWish } from './test-app.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Record<string, string>;

export interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: T;
  readonly text: string;
}

/** Somebody who is logged in; paths are below the demo restaurant's. */
export interface Desk {
  readonly headers: Headers;
  readonly call: <T>(method: Method, path: string, body?: object | string, more?: Headers) => Promise<Answer<T>>;
  /** GET that must succeed. */
  readonly read: <T>(path: string) => Promise<T>;
}

export interface Office extends Desk {
  readonly app: NestFastifyApplication;
  readonly locationId: string;
  readonly as: (role: string) => Promise<Desk>;
  readonly close: () => Promise<void>;
}

/** The whole application with the demo restaurant, its manager logged in. */
export async function openOffice(role = 'manager', wish: TestWish = {}): Promise<Office> {
  const { app, close } = await startTestApp(undefined, wish);
  const demo = await app.get(Demo).seed();
  if (!demo) throw new Error('The database was not empty.');
  const { locationId } = demo;
  const as = async (wanted: string): Promise<Desk> => {
    const login = demo.staff.find(({ email }) => email.startsWith(wanted));
    return openDesk(app, locationId, await logIn(app, login ?? {}));
  };
  return { app, locationId, close, as, ...(await as(role)) };
}

export async function logIn(app: NestFastifyApplication, login: object): Promise<Headers> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: login });
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { cookie, 'x-csrf-token': answer.json<SessionView>().csrfToken };
}

function openDesk(app: NestFastifyApplication, locationId: string, headers: Headers): Desk {
  const call = async <T>(method: Method, path: string, body?: object | string, more: Headers = {}) => {
    const url = `/api/v1/locations/${locationId}/${path}`;
    const payload = body === undefined ? {} : { payload: body };
    const answer = await app.inject({ method, url, headers: { ...headers, ...more }, ...payload });
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (isJson ? answer.json() : undefined) as T,
      text: answer.body,
    };
  };
  const read = async <T>(path: string): Promise<T> => {
    const { status, body, text } = await call<T>('GET', path);
    if (status !== 200) throw new Error(`GET ${path} was answered ${String(status)}: ${text}`);
    return body;
  };
  return { headers, call, read };
}
