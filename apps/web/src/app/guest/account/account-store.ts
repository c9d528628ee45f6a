import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  AskLoginLinkRequest,
  ChangeGuestRequest,
  GuestAccountView,
  GuestSessionView,
  LoginLinkView,
} from '@comanda/shared';
import { toApiProblem } from '../../core/api/api-problem';
import { apiUrl } from '../../core/api/api-url';
import { PublicApi } from '../../core/api/public-api';
import { KnownGuest } from './known-guest';

const HERE = apiUrl('/guest-account');
const PATIENCE_MS = 20_000;

/** `unknown`: not asked yet. `failed`: nobody knows, as the restaurant could not be reached. */
export type AccountState = 'unknown' | 'out' | 'in' | 'failed';

/** Who is logged in on this device, and everything that is asked of their account. */
@Injectable({ providedIn: 'root' })
export class AccountStore {
  private readonly api = inject(PublicApi);
  private readonly known = inject(KnownGuest);
  private readonly session = signal<GuestSessionView | null>(null);
  private readonly current = signal<AccountState>('unknown');
  private asking: Promise<void> | null = null;

  readonly state = this.current.asReadonly();
  readonly account = computed<GuestAccountView | null>(() => this.session()?.account ?? null);
  /** The account has just been deleted here. */
  readonly erased = signal(false);

  /** Asks who is logged in; not where this device has never been. */
  look(): Promise<void> {
    if (!this.known.isThere()) {
      this.current.set('out');
      return Promise.resolve();
    }
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  askLink(request: AskLoginLinkRequest): Promise<LoginLinkView> {
    return this.api.post<LoginLinkView>(`${HERE}/login-links`, request);
  }

  async redeem(loginToken: string): Promise<void> {
    await this.enter(await this.api.post<GuestSessionView>(`${HERE}/session`, { loginToken }));
  }

  /** After a log-in of whatever kind. */
  async enter(session: GuestSessionView): Promise<void> {
    this.take(session);
    await this.known.learn(session.account, () => this.get('/addresses')).catch(() => undefined);
  }

  async change(request: ChangeGuestRequest): Promise<void> {
    this.changed(await this.write<GuestAccountView>('PATCH', '', request));
  }

  /** With the secret of the link that went to the new address. */
  async confirmEmail(token: string): Promise<void> {
    this.changed(await this.write<GuestAccountView>('POST', '/email-changes/confirmation', { token }));
  }

  /** Keeping it twice is keeping it. */
  async keep(trackingToken: string): Promise<void> {
    await this.write('POST', '/orders', { trackingToken });
  }

  async logOut(): Promise<void> {
    await this.write('DELETE', '/session');
    this.leave();
  }

  async erase(): Promise<void> {
    await this.write('DELETE', '');
    this.leave();
    this.erased.set(true);
  }

  get<T>(path: string): Promise<T> {
    return this.api
      .get<T>(HERE + path, AbortSignal.timeout(PATIENCE_MS))
      .catch((error: unknown) => this.noticed(error));
  }

  /** A change, with the token of the session. */
  write<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { 'X-CSRF-Token': this.session()?.csrfToken ?? '' };
    return this.api.send<T>(method, HERE + path, body, headers).catch((error: unknown) => this.noticed(error));
  }

  private async ask(): Promise<void> {
    try {
      this.take(await this.api.get<GuestSessionView>(`${HERE}/session`, AbortSignal.timeout(PATIENCE_MS)));
    } catch (error) {
      if (toApiProblem(error).code === 'unauthenticated') return this.leave();
      if (this.current() !== 'in') this.current.set('failed');
    }
  }

  private changed(account: GuestAccountView): void {
    this.session.update((session) => session && { ...session, account });
    this.known.rememberPerson(account);
  }

  private take(session: GuestSessionView): void {
    this.session.set(session);
    this.erased.set(false);
    this.known.rememberPerson(session.account);
    this.current.set('in');
  }

  /** The session may end at any time: on another device, or because it is old. */
  private noticed(error: unknown): never {
    if (toApiProblem(error).code === 'unauthenticated') this.leave();
    throw error;
  }

  private leave(): void {
    this.session.set(null);
    this.known.forget();
    this.current.set('out');
  }
}
