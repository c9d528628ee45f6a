import { InjectionToken } from '@angular/core';
import type { MenuPageRequest } from '@comanda/shared';
import { apiUrl } from '../app/core/api/api-url';

/** What the API answers, by address without its query. */
export type HouseAnswers = ReadonlyMap<string, unknown>;
export const HOUSE_ANSWERS = new InjectionToken<HouseAnswers>('house answers');

/** The answers that the menu's page asks for, under the addresses at which it does. */
export function answersFor({ url, location, menu, availability, table }: MenuPageRequest): HouseAnswers {
  const own = apiUrl('/locations', location.id);
  const token = /\/t\/([^/?#]+)/.exec(url)?.[1];
  return new Map<string, unknown>([
    [apiUrl('/locations'), [location]],
    [own, location],
    [`${own}/menu`, menu],
    [`${own}/availability`, availability],
    ...(token === undefined || table === undefined ? [] : ([[apiUrl('/tables', token), table]] as const)),
  ]);
}

/** In the house nobody asks over the network. */
export function askTheHouse(answers: HouseAnswers): (url: string) => Promise<Response> {
  return async (url) => {
    const body = answers.get(url.split('?')[0] ?? '');
    return body === undefined ? Response.error() : Response.json(body);
  };
}
