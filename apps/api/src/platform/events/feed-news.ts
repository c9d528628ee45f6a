import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/** Tells this process that a location's feed has grown. Only a ping: the truth is in the log. */
@Injectable()
export class FeedNews {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  announce(locationId: string): void {
    this.#emitter.emit(locationId);
  }

  /** Calls `listener` after each commit that added to the feed; returns the way to stop it. */
  listen(locationId: string, listener: () => void): () => void {
    this.#emitter.on(locationId, listener);
    return () => this.#emitter.off(locationId, listener);
  }
}
