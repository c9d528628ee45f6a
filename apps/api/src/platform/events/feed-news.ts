import { Injectable } from '@nestjs/common';

/** Tells this process that a location's feed has grown. Only a ping: the truth is in the log. */
@Injectable()
export class FeedNews {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #elsewhere: ((locationId: string) => void)[] = [];

  /** A commit of this process has added to the feed. */
  announce(locationId: string): void {
    this.hear(locationId);
    for (const tell of this.#elsewhere) tell(locationId);
  }

  /** Another process has added to the feed. */
  hear(locationId: string): void {
    for (const listener of this.#listeners.get(locationId) ?? []) listener();
  }

  /** Calls `listener` after each commit that added to the feed; returns the way to stop it. */
  listen(locationId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(locationId) ?? new Set();
    this.#listeners.set(locationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(locationId) === listeners) this.#listeners.delete(locationId);
    };
  }

  /** The locations whose news somebody here waits for. */
  awaited(): string[] {
    return [...this.#listeners.keys()];
  }

  /** Calls `tell` for each commit of this process, to pass it on to others. */
  passOn(tell: (locationId: string) => void): void {
    this.#elsewhere.push(tell);
  }
}
