import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { EventView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { EventReader, FeedNews } from '../events/index.js';
import { Bell } from './bell.js';

const HEARTBEAT_MS = 5000;
/** When the process ends, its readers come back spread over this time, not all in one moment. */
const RETURN_MS = { soonest: 250, latest: 2250 };
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
export class LiveStream implements OnModuleDestroy {
  readonly #farewells = new Set<() => void>();

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
    await this.#follow(out, request);
  }

  /** The process ends: every reader is told when to come back, and comes to another process with its last id. */
  onModuleDestroy(): void {
    for (const farewell of this.#farewells) farewell();
  }

  async #follow(out: FastifyReply['raw'], request: LiveRequest): Promise<void> {
    const bell = new Bell();
    const farewell = (): void => {
      const { soonest, latest } = RETURN_MS;
      out.write(`retry: ${String(Math.round(soonest + Math.random() * (latest - soonest)))}\n\n`);
      bell.close();
    };
    out.once('close', () => bell.close());
    this.#farewells.add(farewell);
    const stop = this.news.listen(request.locationId, () => bell.ring());
    try {
      await this.#writeWhileOpen(out, request, bell);
    } finally {
      stop();
      this.#farewells.delete(farewell);
      out.end();
    }
  }

  async #writeWhileOpen(out: FastifyReply['raw'], request: LiveRequest, bell: Bell): Promise<void> {
    let position = request.after;
    let beatDue = true;
    const beats = setInterval(() => {
      beatDue = true;
      bell.ring();
    }, HEARTBEAT_MS);
    out.once('close', () => clearInterval(beats));
    while (await bell.next()) {
      position = await this.#writeNews(out, request, position);
      if (beatDue) write(out, { event: 'heartbeat', data: { position, at: new Date().toISOString() } });
      beatDue = false;
      if (out.writableLength > MOST_UNSENT_BYTES) return;
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
