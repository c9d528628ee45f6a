import type { LocationView, SessionView } from '@comanda/shared';
import { EXIT, Failure } from '../failure.js';
import { isGood, problemOf, readJson, sentencesOf } from './answer.js';
import type { Answer } from './answer.js';
import { Connection } from './connection.js';
import type { Call } from './connection.js';

export interface LogIn {
  readonly server: string;
  readonly user: string;
  readonly password: string;
  /** Id or name of the restaurant that is meant. */
  readonly location?: string;
}

type Body = object | string;

/** The restaurant of a log-in, over the public API. */
export class House {
  private constructor(
    private readonly connection: Connection,
    private readonly credentials: Readonly<Record<string, string>>,
    readonly session: SessionView,
    readonly location: LocationView,
  ) {}

  /** Logs in; throws a failure when the server is away, the password is wrong or another restaurant is meant. */
  static async enter({ server, user, password, location: wanted }: LogIn): Promise<House> {
    const connection = new Connection(server);
    const answer = await connection.send(jsonCall('POST', '/session', { email: user, password }));
    if (!isGood(answer)) throw logInFailure(answer);
    const session = readJson<SessionView>(answer);
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const found = await connection.send({ method: 'GET', path: `/locations/${session.locationId}` });
    if (!isGood(found)) throw refusal(found);
    const location = readJson<LocationView>(found);
    refuseOther(location, wanted, user);
    return new House(connection, { cookie, 'x-csrf-token': session.csrfToken }, session, location);
  }

  get path(): string {
    return `/locations/${this.location.id}`;
  }

  /** Whatever the server answers. */
  async send(call: Call): Promise<Answer> {
    return this.connection.send({ ...call, headers: { ...this.credentials, ...call.headers } });
  }

  /** Throws a failure with the server's own words when it refuses. */
  async get<T>(path: string): Promise<T> {
    return readJson<T>(await this.expect({ method: 'GET', path }));
  }

  async post<T>(path: string, body: Body, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return readJson<T>(await this.expect(jsonCall('POST', path, body, headers)));
  }

  async patch<T>(path: string, body: Body): Promise<T> {
    return readJson<T>(await this.expect(jsonCall('PATCH', path, body)));
  }

  async expect(call: Call): Promise<Answer> {
    const answer = await this.send(call);
    if (!isGood(answer)) throw refusal(answer);
    return answer;
  }

  /** Ends the session; a server that is away meanwhile is no reason to fail. */
  async leave(): Promise<void> {
    await this.send({ method: 'DELETE', path: '/session' }).catch(() => undefined);
  }
}

export function jsonCall(
  method: Call['method'],
  path: string,
  body: Body,
  headers: Readonly<Record<string, string>> = {},
): Call {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method, path, headers: { 'content-type': 'application/json', ...headers }, body: text };
}

function refusal(answer: Answer): Failure {
  const { sentence, particulars } = sentencesOf(answer);
  return new Failure(answer.status === 401 ? EXIT.logInRefused : EXIT.refused, sentence, particulars);
}

function logInFailure(answer: Answer): Failure {
  const { sentence, particulars } = sentencesOf(answer);
  if (problemOf(answer) === undefined && answer.status === 404) {
    return new Failure(EXIT.serverAway, 'There is a server at this address, but it is not Comanda.');
  }
  return new Failure(EXIT.logInRefused, sentence, particulars);
}

function refuseOther({ id, name }: LocationView, wanted: string | undefined, user: string): void {
  if (wanted === undefined || wanted === id || wanted.toLowerCase() === name.toLowerCase()) return;
  throw new Failure(
    EXIT.logInRefused,
    `${user} works at ${name} (${id}), not at "${wanted}". Log in with an account of that restaurant.`,
  );
}
