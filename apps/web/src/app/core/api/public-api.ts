import { Injectable, InjectionToken, type ResourceRef, inject, resource } from '@angular/core';
import { ApiProblem, problemOfAnswer } from './api-problem';

/** How the site asks over the network; who draws or tests it puts answers in its place. */
export const ASK = new InjectionToken<(url: string, init: RequestInit) => Promise<Response>>('ask', {
  providedIn: 'root',
  factory: () => (url, init) => fetch(url, init),
});

const WRITE_TIMEOUT_MS = 20_000;

/**
 * What guests ask of the API, without a session unless they have an account. Every failure is an ApiProblem. On the browser's own `fetch`: HttpClient
 * would cost every guest 9 kB before the first dish.
 */
@Injectable({ providedIn: 'root' })
export class PublicApi {
  private readonly ask = inject(ASK);

  get<T>(url: string, signal: AbortSignal): Promise<T> {
    return this.answer<T>(url, { signal });
  }

  /** With a key the request takes effect once, however often it is sent. */
  post<T>(url: string, body: unknown, { idempotencyKey }: { readonly idempotencyKey?: string } = {}): Promise<T> {
    return this.send<T>('POST', url, body, idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey });
  }

  /** Without a body it is one that needs none. */
  send<T>(method: string, url: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<T> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const signal = AbortSignal.timeout(WRITE_TIMEOUT_MS);
    return this.answer<T>(url, { method, ...json, headers: { ...type, ...headers }, signal });
  }

  private async answer<T>(url: string, init: RequestInit): Promise<T> {
    const response = await this.ask(url, init).catch((error: unknown) => {
      throw new ApiProblem('unreachable', 0, String(error));
    });
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok) throw problemOfAnswer(response.status, body, response.statusText);
    return body as T;
  }
}

/** What a guest's page reads: a URL, or what to ask with a POST; undefined as long as there is nothing to ask. */
export type ApiRequest = string | { readonly url: string; readonly body: unknown };

/** Reads from the API whenever the request changes. Needs an injection context. */
export function apiResource<T>(request: () => ApiRequest | undefined): ResourceRef<T | undefined> {
  const api = inject(PublicApi);
  return resource({
    params: request,
    loader: ({ params, abortSignal }): Promise<T> =>
      typeof params === 'string' ? api.get(params, abortSignal) : api.post(params.url, params.body),
  });
}
