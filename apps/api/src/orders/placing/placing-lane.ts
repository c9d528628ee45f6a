import { Injectable } from '@nestjs/common';
import { CommitOutcomeUnknown, databaseFault, DIALECT, Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import type { KeyedAnswer } from '../../platform/http/index.js';
import type { Placement } from './placement.js';
import { PlacingBatch } from './placing-batch.js';
import type { Outcome } from './placing-batch.js';

/** As many as one transaction takes. */
const MOST_AT_ONCE = 128;
/** While the database writes the orders of some restaurants, those of others are made; the embedded one writes one by one. */
const LANES = DIALECT === 'mysql' ? 2 : 1;
/** So long an order waits for its turn, and so long a batch is tried again: nobody waits for more than some seconds. */
const PATIENCE_MS = 2000;

interface Waiting {
  readonly placement: Placement;
  readonly since: number;
  readonly resolve: (answer: KeyedAnswer) => void;
  readonly reject: (reason: unknown) => void;
}

/** Orders that come while others are being written wait together and are written together; nobody waits alone. */
@Injectable()
export class PlacingLane {
  readonly #queues = Array.from({ length: LANES }, (): Waiting[] => []);
  readonly #working = new Set<Waiting[]>();

  constructor(
    private readonly transactions: Transactions,
    private readonly batch: PlacingBatch,
  ) {}

  /** Resolves after the commit that holds the order, or its refusal. */
  place(placement: Placement): Promise<KeyedAnswer> {
    return new Promise((resolve, reject) => {
      const queue = this.#queueOf(placement.locationId);
      queue.push({ placement, since: performance.now(), resolve, reject });
      if (!this.#working.has(queue)) void this.#work(queue);
    });
  }

  /** The orders of a restaurant are always in the same lane, so that no two lanes want the same rows. */
  #queueOf(locationId: string): Waiting[] {
    const number = [...locationId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
    return this.#queues[number % LANES] ?? [];
  }

  async #work(queue: Waiting[]): Promise<void> {
    this.#working.add(queue);
    while (queue.length > 0) await this.#serve(sendAwayTheLate(queue.splice(0, MOST_AT_ONCE)));
    this.#working.delete(queue);
  }

  async #serve(waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length === 0) return;
    try {
      const outcomes = await this.#write(waiting.map(({ placement }) => placement));
      waiting.forEach((each, index) => answer(each, outcomes[index]));
    } catch (error) {
      // One order that cannot be written must not keep the others from it; a database in trouble refuses all.
      if (waiting.length > 1 && !isDatabasesOwn(error)) for (const each of waiting) await this.#serve([each]);
      else for (const { reject } of waiting) reject(error);
    }
  }

  async #write(placements: readonly Placement[]): Promise<Outcome[]> {
    const begun = performance.now();
    try {
      return await this.transactions.run((tx) => this.batch.place(tx, placements), PATIENCE_MS);
    } catch (error) {
      // Safe to run again: a batch that was committed after all is found by its keys, and one that was not holds no
      // lock any more. A key that another process was quicker to use is found in the same way.
      const isSafe = error instanceof CommitOutcomeUnknown || databaseFault(error) === 'duplicate';
      if (!isSafe || performance.now() - begun > PATIENCE_MS) throw error;
      return this.transactions.run((tx) => this.batch.place(tx, placements), PATIENCE_MS);
    }
  }
}

/** Nothing was done for those who are sent away; the others are served. */
function sendAwayTheLate(waiting: readonly Waiting[]): Waiting[] {
  const late = performance.now() - PATIENCE_MS;
  for (const { since, reject } of waiting) {
    if (since < late) reject(new DomainError('service_unavailable', 'Ordering takes too long right now. Try again.'));
  }
  return waiting.filter(({ since }) => since >= late);
}

/** The database's trouble, which does not come from any of the orders. */
function isDatabasesOwn(error: unknown): boolean {
  const fault = databaseFault(error);
  return error instanceof CommitOutcomeUnknown || fault === 'away' || fault === 'retry';
}

function answer({ resolve, reject }: Waiting, outcome: Outcome | undefined): void {
  if (outcome === undefined || outcome instanceof DomainError) reject(outcome);
  else resolve(outcome);
}
