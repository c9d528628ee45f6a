import { HttpClient, HttpHeaders, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

export { apiUrl } from './api-url';

const WRITE_TIMEOUT_MS = 20_000;

export type QueryParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface WriteOptions {
  /** Needed wherever a repeat would cost money or food. */
  readonly idempotencyKey?: string;
  /** The ETag that the caller saw, with its quotes. */
  readonly ifMatch?: string;
  /** `*`: only create, never overwrite. */
  readonly ifNoneMatch?: string;
  readonly contentType?: string;
  readonly params?: QueryParams;
  /** For what takes longer than others. */
  readonly timeoutMs?: number;
}

/** A body with the version it had, to send back as `ifMatch`. */
export interface Versioned<T> {
  readonly body: T;
  readonly etag: string | null;
}

/** Talks to the API for staff. Every failure arrives as an ApiProblem (see problemInterceptor). */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  private readonly http = inject(HttpClient);

  get<T>(url: string, params: QueryParams = {}): Promise<T> {
    return firstValueFrom(this.http.get<T>(url, { params }));
  }

  async read<T>(url: string, params: QueryParams = {}): Promise<Versioned<T>> {
    return versioned(await firstValueFrom(this.http.get<T>(url, { params, observe: 'response' })));
  }

  post<T>(url: string, body: unknown, options: WriteOptions = {}): Promise<T> {
    return this.write<T>('POST', url, body, options).then((response) => response.body);
  }

  put<T>(url: string, body: unknown, options: WriteOptions = {}): Promise<T> {
    return this.write<T>('PUT', url, body, options).then((response) => response.body);
  }

  patch<T>(url: string, body: unknown, options: WriteOptions = {}): Promise<T> {
    return this.write<T>('PATCH', url, body, options).then((response) => response.body);
  }

  delete<T>(url: string, options: WriteOptions = {}): Promise<T> {
    return this.write<T>('DELETE', url, undefined, options).then((response) => response.body);
  }

  /** Any change, with the version that it made. */
  async write<T>(method: string, url: string, body: unknown, options: WriteOptions = {}): Promise<Versioned<T>> {
    const request = this.http.request<T>(method, url, {
      ...(body === undefined ? {} : { body }),
      headers: headersOf(options),
      params: options.params ?? {},
      observe: 'response',
      timeout: options.timeoutMs ?? WRITE_TIMEOUT_MS,
    });
    return versioned(await firstValueFrom(request));
  }
}

function headersOf(options: WriteOptions): HttpHeaders {
  const named = {
    'Idempotency-Key': options.idempotencyKey,
    'If-Match': options.ifMatch,
    'If-None-Match': options.ifNoneMatch,
    'Content-Type': options.contentType,
  };
  return Object.entries(named).reduce(
    (headers, [name, value]) => (value === undefined ? headers : headers.set(name, value)),
    new HttpHeaders(),
  );
}

/** A 204 has no body; its caller asks for `void`. */
function versioned<T>(response: HttpResponse<T>): Versioned<T> {
  return { body: response.body as T, etag: response.headers.get('ETag') };
}
