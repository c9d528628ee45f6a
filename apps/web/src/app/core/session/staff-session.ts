import { Injectable, inject } from '@angular/core';
import type { LogInRequest, SessionView } from '@comanda/shared';
import { ApiClient, apiUrl } from '../api/api-client';
import { toApiProblem } from '../api/api-problem';
import { SessionStore } from './session-store';

const SESSION_URL = apiUrl('/session');

/** Logs staff in and out; the answer stays in the SessionStore. */
@Injectable({ providedIn: 'root' })
export class StaffSession {
  private readonly api = inject(ApiClient);
  private readonly store = inject(SessionStore);

  /** Who is logged in, asked at most once a page load; null when nobody is. Throws an ApiProblem when the server cannot say. */
  async current(): Promise<SessionView | null> {
    return this.store.session() ?? (await this.ask());
  }

  /** Asks the server again, whatever is known: the session may have ended elsewhere. */
  async ask(): Promise<SessionView | null> {
    const session = await this.api.get<SessionView>(SESSION_URL).catch((error: unknown) => {
      const problem = toApiProblem(error);
      if (problem.code === 'unauthenticated') return null;
      throw problem;
    });
    this.store.set(session);
    return session;
  }

  /** Throws `invalid_login`, `insecure_transport` or `unreachable` as an ApiProblem. */
  async logIn(request: LogInRequest): Promise<SessionView> {
    const session = await this.api.post<SessionView>(SESSION_URL, request);
    this.store.set(session);
    return session;
  }

  async logOut(): Promise<void> {
    await this.api.delete(SESSION_URL).catch((error: unknown) => {
      // A session that has ended already is what was asked for.
      const problem = toApiProblem(error);
      if (problem.code !== 'unauthenticated') throw problem;
    });
    this.store.set(null);
  }
}
