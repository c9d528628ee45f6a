import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EventView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { EventReader, FeedNews } from '../events/index.js';

const HEARTBEAT_MS = 5000;
/** Other processes write too; without a common messenger this one looks by itself. */
const LOOK_MS = 1000;
const PAGE = 200;
/** A reader that lags this far behind is cut off; it comes back with `Last-Event-ID` and misses nothing. */
const MOST_UNSENT_BYTES = 1_048_576;

/** One message of a stream; `id` is what the browser sends back as `Last-Event-ID`. */
export interface LiveMessage {
  readonly id?: number;
  readonly event: string;
  readonly data: unknown;
}

export interface LiveRequest {
  readonly locationId: string;
  /** The last feed position that the caller has. */
  readonly after: number;
  /** What the caller may see of an event; null leaves it out. */
  readonly show: (event: EventView) => Promise<LiveMessage | null> | LiveMessage | null;
}

/** Server-sent events out of the event log: what was missed first, then what happens, once and in order. */
@Injectable()
export class LiveStream {
  constructor(
    private readonly events: EventReader,
    private readonly news: FeedNews,
  ) {}

  /** Writes to `reply` until the caller goes away. */
  async serve(reply: FastifyReply, request: LiveRequest): Promise<void> {
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    if (reply.request.method === 'HEAD') {
      out.end();
      return;
    }
    const gone = new AbortController();
    let wake = (): void => undefined;
    out.once('close', () => {
      gone.abort();
      wake();
    });
    const stop = this.news.listen(request.locationId, () => wake());
    let position = request.after;
    let lastBeat = 0;
    try {
      while (!gone.signal.aborted) {
        position = await this.#writeNews(out, request, position);
        if (Date.now() - lastBeat >= HEARTBEAT_MS) {
          lastBeat = Date.now();
          write(out, { event: 'heartbeat', data: { position, at: new Date(lastBeat).toISOString() } });
        }
        if (out.writableLength > MOST_UNSENT_BYTES) break;
        const woken = new Promise<void>((resolve) => (wake = resolve));
        await Promise.race([woken, sleep(LOOK_MS, undefined, { ref: false })]);
      }
    } finally {
      stop();
      out.end();
    }
  }

  async #writeNews(out: FastifyReply['raw'], { locationId, show }: LiveRequest, after: number): Promise<number> {
    let position = after;
    for (;;) {
      const page = await this.events.listAfter(locationId, position, PAGE);
      for (const event of page) {
        const message = await show(event);
        if (message) write(out, message);
        position = event.position;
      }
      if (page.length < PAGE) return position;
    }
  }
}

function write(out: FastifyReply['raw'], { id, event, data }: LiveMessage): void {
  out.write(`${id === undefined ? '' : `id: ${String(id)}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The position to go on from: `Last-Event-ID`, else `?after=`, else the end of the feed. */
export function resumeFrom(lastEventId: string | undefined, after: number | undefined, end: number): number {
  const asked = Number(lastEventId ?? after ?? NaN);
  return Number.isSafeInteger(asked) && asked >= 0 ? asked : end;
}
