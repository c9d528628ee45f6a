import { Injectable, inject } from '@angular/core';
import type { GroupBasketView, GroupLine, GroupMembershipView } from '@comanda/shared';
import { ApiProblem, problemOfAnswer } from '../../core/api/api-problem';
import { apiUrl } from '../../core/api/api-url';
import { ASK } from '../../core/api/public-api';
import { MenuLanguage } from '../../core/i18n/menu-language';

const TIMEOUT_MS = 10_000;

/** Whose part becomes what; `version` is the part's as it was seen. */
export interface PartChange {
  readonly personId: string;
  readonly version: number;
  readonly lines: readonly GroupLine[];
}

@Injectable({ providedIn: 'root' })
export class GroupApi {
  private readonly ask = inject(ASK);
  private readonly language = inject(MenuLanguage);
  private seen: { readonly groupToken: string; readonly tag: string } | null = null;

  open(locationId: string, name: string): Promise<GroupMembershipView> {
    return this.write('POST', apiUrl('/locations', locationId, 'group-baskets'), {
      name,
      language: this.language.tag(),
    });
  }

  join(groupToken: string, name: string): Promise<GroupMembershipView> {
    return this.write('POST', apiUrl('/group-baskets', groupToken, 'people'), { name, language: this.language.tag() });
  }

  /** Null when nothing has changed since it was last asked for. */
  async look(groupToken: string): Promise<GroupBasketView | null> {
    const known = this.seen?.groupToken === groupToken ? { 'If-None-Match': this.seen.tag } : {};
    const url = `${apiUrl('/group-baskets', groupToken)}?language=${this.language.tag()}`;
    const response = await this.send(url, { headers: known });
    if (response.status === 304) return null;
    const view = await bodyOf<GroupBasketView>(response);
    this.seen = { groupToken, tag: response.headers.get('ETag') ?? '' };
    return view;
  }

  change(memberToken: string, { personId, version, lines }: PartChange): Promise<GroupBasketView> {
    const url = apiUrl('/group-members', memberToken, 'people', personId, 'lines');
    return this.write('PUT', url, { lines, language: this.language.tag() }, { 'If-Match': `"${version}"` });
  }

  async lock(memberToken: string, locked: boolean): Promise<void> {
    await this.write('PUT', apiUrl('/group-members', memberToken, 'lock'), { locked });
  }

  private async write<T>(method: string, url: string, body: object, headers: Record<string, string> = {}): Promise<T> {
    const init = { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } };
    // What is seen next is asked for anew: an answer on the way may be older than this change.
    this.seen = null;
    return bodyOf<T>(await this.send(url, init));
  }

  private send(url: string, init: RequestInit): Promise<Response> {
    return this.ask(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: unknown) => {
      throw new ApiProblem('unreachable', 0, String(error));
    });
  }
}

async function bodyOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOfAnswer(response.status, body, response.statusText);
  return body as T;
}
