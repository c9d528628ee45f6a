import type { GuestSessionView, LoginLinkView, LocationView } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { Outbox, serveOutboxPage } from '../src/platform/mail/index.js';
import { HttpClient } from './http-client.js';
import type { Dish, Headed, HttpAnswer } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

/** The demo restaurant with guests who have accounts; their mail is read from the outbox. */
export interface GuestRoom extends TestApp {
  readonly http: HttpClient;
  readonly location: LocationView;
  readonly dish: Dish;
  readonly askForLink: (email: string, more?: object) => Promise<HttpAnswer<LoginLinkView>>;
  /** The secret in the newest letter to somebody. */
  readonly tokenFor: (email: string) => Promise<string>;
  readonly redeem: <T = GuestSessionView>(loginToken: string) => Promise<HttpAnswer<T>>;
  /** The headers of somebody who has just logged in by mail. */
  readonly enter: (email: string, more?: object) => Promise<Headed>;
}

export async function openGuestRoom(): Promise<GuestRoom> {
  const running = await startTestApp(undefined, { before: (app) => Promise.resolve(serveOutboxPage(app)) });
  await running.app.get(Demo).seed();
  await running.app.listen(0, '127.0.0.1');
  const outbox = running.app.get(Outbox);
  const http = new HttpClient((await running.app.getUrl()).replace('127.0.0.1', 'localhost'));
  const location = await http.location();
  const dish = await http.simpleDish(location.id);
  const askForLink = (email: string, more: object = {}) =>
    http.call<LoginLinkView>('POST', '/guest-account/login-links', { email, ...more });
  const tokenFor = async (email: string): Promise<string> => {
    const letter = (await outbox.list()).find(({ recipient }) => recipient === email);
    return /#(\S+)/.exec(letter?.body ?? '')?.[1] ?? '';
  };
  const redeem = <T>(loginToken: string) => http.call<T>('POST', '/guest-account/session', { loginToken });
  const enter = async (email: string, more: object = {}): Promise<Headed> => {
    await askForLink(email, more);
    return sessionOf(await redeem<GuestSessionView>(await tokenFor(email)));
  };
  return { ...running, http, location, dish, askForLink, tokenFor, redeem, enter };
}

export function sessionOf({ headers, body }: HttpAnswer<GuestSessionView>): Headed {
  const cookie = headers.getSetCookie().map((each) => each.split(';')[0]);
  return { cookie: cookie.join('; '), 'x-csrf-token': body.csrfToken };
}
