import type { LiveState } from '../../core/live/live-feed';

/** How far what a screen shows can be trusted, and as of when it was true. */
export interface Trust {
  readonly state: LiveState;
  /** Epoch milliseconds; null before the first word of the server. */
  readonly asOf: number | null;
  readonly remembered: boolean;
}

export interface TrustFacts {
  readonly source: 'none' | 'memory' | 'server';
  readonly feed: LiveState;
  readonly heardAt: number | null;
  readonly rememberedAt: number | null;
  /** Since when the screen waits for a picture; null when it has all. */
  readonly missingSince: number | null;
  /** The last attempt to fetch it failed. */
  readonly failed: boolean;
  readonly nowMs: number;
}

const STALE_AFTER_MS = 10_000;
const LOST_AFTER_MS = 15_000;

/** A screen that waits for a picture is as little live as one that hears nothing, however well its feed runs. */
export function trustOf(facts: TrustFacts): Trust {
  const { source, heardAt, rememberedAt } = facts;
  const remembered = source === 'memory';
  return { state: stateOf(facts), asOf: remembered ? rememberedAt : heardAt, remembered };
}

function stateOf({ source, feed, missingSince, failed, nowMs }: TrustFacts): LiveState {
  if (source === 'memory' && failed) return 'lost';
  const waited = missingSince === null ? 0 : nowMs - missingSince;
  if (waited >= LOST_AFTER_MS) return 'lost';
  if (waited >= STALE_AFTER_MS) return feed === 'lost' ? 'lost' : 'stale';
  return source === 'server' ? feed : 'connecting';
}
