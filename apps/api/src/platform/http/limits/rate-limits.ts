import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { POLICIES } from './policies.js';
import type { PolicyName } from './policies.js';

/** Where somebody stands in a policy. */
export interface Standing {
  readonly policy: PolicyName;
  readonly key: string;
  readonly remaining: number;
  readonly secondsToReset: number;
  readonly exceeded: boolean;
}

/** Counts requests in this process. */
@Injectable()
export class RateLimits {
  readonly #limiters = new Map(
    Object.entries(POLICIES).map(([name, { quota, windowSeconds }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points: quota, duration: windowSeconds }),
    ]),
  );

  async take(policy: PolicyName, key: string): Promise<Standing> {
    const limiter = this.#of(policy);
    try {
      return standing(policy, key, await limiter.consume(key), false);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return standing(policy, key, refusal, true);
      throw refusal;
    }
  }

  /** Gives one back: it turned out that it does not count here. */
  async giveBack({ policy, key }: Standing): Promise<void> {
    await this.#of(policy).reward(key);
  }

  #of(policy: PolicyName): RateLimiterMemory {
    const limiter = this.#limiters.get(policy);
    if (!limiter) throw new Error(`There is no policy "${policy}".`);
    return limiter;
  }
}

function standing(policy: PolicyName, key: string, counted: RateLimiterRes, exceeded: boolean): Standing {
  const secondsToReset = Math.max(Math.ceil(counted.msBeforeNext / 1000), 1);
  return { policy, key, remaining: counted.remainingPoints, secondsToReset, exceeded };
}
