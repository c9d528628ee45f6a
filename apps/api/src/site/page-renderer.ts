import { Worker } from 'node:worker_threads';
import type { DrawnPage, MenuPageRequest, PageOrder } from '@comanda/shared';

const LONGEST_MS = 5000;

interface Waiting {
  readonly resolve: (html: string) => void;
  readonly reject: (fault: Error) => void;
}

/** Draws pages of the site in one language, in a thread of its own: requests go on meanwhile. */
export class PageRenderer {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(private readonly script: string) {}

  /** Starts the thread, so that the first guest does not wait for it. */
  start(): void {
    this.#worker ??= this.#begin();
  }

  /** The page as HTML; throws when it cannot be drawn or takes too long. */
  async draw(page: MenuPageRequest): Promise<string> {
    this.start();
    const order: PageOrder = { id: (this.#lastId += 1), page };
    const timer = setTimeout(() => void this.stop('It took too long.'), LONGEST_MS);
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(order.id, { resolve, reject });
        this.#worker?.postMessage(order);
      });
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(order.id);
    }
  }

  async stop(reason = 'The renderer was stopped.'): Promise<void> {
    const worker = this.#worker;
    this.#giveUp(new Error(reason));
    await worker?.terminate();
  }

  #begin(): Worker {
    const worker = new Worker(this.script);
    worker.unref();
    worker.on('message', (drawn: DrawnPage) => this.#take(drawn));
    worker.on('error', (error) => this.#giveUp(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#giveUp(new Error('The renderer ended.'));
    });
    return worker;
  }

  #take(drawn: DrawnPage): void {
    const waiting = this.#waiting.get(drawn.id);
    if ('html' in drawn) waiting?.resolve(drawn.html);
    else waiting?.reject(new Error(drawn.fault));
  }

  /** Whoever comes next begins anew. */
  #giveUp(reason: Error): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(reason);
  }
}
