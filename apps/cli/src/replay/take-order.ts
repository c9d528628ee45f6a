import { createHash } from 'node:crypto';
import type { PlacedOrderView, PlaceOrderRequest } from '@comanda/shared';
import { isGood, problemOf, readJson, sentencesOf } from '../api/answer.js';
import type { Answer } from '../api/answer.js';
import { jsonCall } from '../api/house.js';
import type { House } from '../api/house.js';
import { EXIT, Failure } from '../failure.js';

/** What became of an order that was sent. */
export type Taken =
  | { readonly outcome: 'placed' | 'known'; readonly order: PlacedOrderView }
  /** It was taken over before; its answer is not kept any more. */
  | { readonly outcome: 'known'; readonly order?: undefined }
  | { readonly outcome: 'refused'; readonly sentences: readonly string[] };

/** Troubles of the whole replay, not of the one order. */
const HOPELESS = new Set(['unauthenticated', 'forbidden', 'csrf_token_missing', 'restaurant_closed']);

/**
 * Sends an order once, however often this is called: the answer is kept under a key made from the order's id, and the
 * id itself is unique among the caller's orders. A refusal is kept too, so it is asked again under a fresh key.
 */
export async function takeOrder(house: House, request: PlaceOrderRequest, run: string): Promise<Taken> {
  const first = await send(house, request, '');
  const replayed = first.headers.get('idempotent-replayed') === 'true';
  if (isGood(first)) return { outcome: replayed ? 'known' : 'placed', order: readJson<PlacedOrderView>(first) };
  const keyWasUsed = problemOf(first)?.code === 'idempotency_key_reused';
  const answer = replayed || keyWasUsed ? await send(house, request, run) : first;
  if (isGood(answer)) return { outcome: 'placed', order: readJson<PlacedOrderView>(answer) };
  return isThere(answer) ? { outcome: 'known' } : refused(answer);
}

async function send(house: House, request: PlaceOrderRequest, run: string): Promise<Answer> {
  const words = `${house.location.id} ${request.externalId ?? ''} ${run}`;
  const key = createHash('sha256').update(words).digest('hex');
  return house.send(jsonCall('POST', `${house.path}/orders`, request, { 'idempotency-key': key }));
}

function isThere(answer: Answer): boolean {
  const problem = problemOf(answer);
  return problem?.code === 'already_exists' && problem.errors?.[0]?.pointer === '/externalId';
}

function refused(answer: Answer): Taken {
  const { sentence, particulars } = sentencesOf(answer);
  const code = problemOf(answer)?.code;
  if (code === undefined || answer.status >= 500) throw new Failure(EXIT.serverAway, sentence, particulars);
  if (!HOPELESS.has(code)) return { outcome: 'refused', sentences: [sentence, ...particulars] };
  const closed = 'Orders without a time are placed now. Say when they were placed: --undated-at 2026-01-31T12:00:00';
  throw new Failure(EXIT.refused, sentence, code === 'restaurant_closed' ? [closed] : particulars);
}
