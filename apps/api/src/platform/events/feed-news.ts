import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/** Tells this process that a location's feed has grown. Only a ping: the truth is in the log. */
@Injectable()
export class FeedNews {
  readonly #here = new EventEmitter().setMaxListeners(0);
  readonly #elsewhere: ((locationId: string) => void)[] = [];

  /** A commit of this process has added to the feed. */
  announce(locationId: string): void {
    this.hear(locationId);
    for (const tell of this.#elsewhere) tell(locationId);
  }

  /** Another process has added to the feed. */
  hear(locationId: string): void {
    this.#here.emit(locationId);
  }

  /** Calls `listener` after each commit that added to the feed; returns the way to stop it. */
  listen(locationId: string, listener: () => void): () => void {
    this.#here.on(locationId, listener);
    return () => this.#here.off(locationId, listener);
  }

  /** The locations whose news somebody here waits for. */
  awaited(): string[] {
    return this.#here.eventNames().map(String);
  }

  /** Calls `tell` for each commit of this process, to pass it on to others. */
  passOn(tell: (locationId: string) => void): void {
    this.#elsewhere.push(tell);
  }
}
