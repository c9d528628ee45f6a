/** So many requests in so many seconds. */
export interface Policy {
  readonly quota: number;
  readonly windowSeconds: number;
}

const MINUTE = 60;
const QUARTER_HOUR = 900;

/**
 * `address` must bear a whole restaurant behind one address. `local` is the machine itself: a proxy that TRUST_PROXY does
 * not name, or a till beside the server; it stands for many, so that it is counted but hardly limited.
 */
export const POLICIES = {
  local: { quota: 1_000_000, windowSeconds: MINUTE },
  address: { quota: 3000, windowSeconds: MINUTE },
  staff: { quota: 6000, windowSeconds: MINUTE },
  order: { quota: 300, windowSeconds: MINUTE },
  /** Times that are kept: more than a carriage full of guests needs, fewer than an evening has. */
  hold: { quota: 120, windowSeconds: QUARTER_HOUR },
  /** Letters that a caller has sent to others; 60 from a whole neighbourhood behind one address. */
  'mail-address': { quota: 60, windowSeconds: QUARTER_HOUR },
  /** Letters to one mailbox. */
  mail: { quota: 5, windowSeconds: QUARTER_HOUR },
  // Every code that is shown is one more that a mistyped one could hit.
  pairing: { quota: 60, windowSeconds: QUARTER_HOUR },
  'log-in': { quota: 10, windowSeconds: QUARTER_HOUR },
  'log-in-address': { quota: 60, windowSeconds: QUARTER_HOUR },
  'log-in-account': { quota: 100, windowSeconds: QUARTER_HOUR },
} as const satisfies Record<string, Policy>;
export type PolicyName = keyof typeof POLICIES;
