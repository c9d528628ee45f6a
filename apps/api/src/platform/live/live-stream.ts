import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EventReader, FeedNews } from '../events/index.js';
import { FeedChannel } from './feed-channel.js';
import type { Teller } from './live-message.js';
import { LiveReader } from './live-reader.js';

const HEARTBEAT_MS = 5000;
/** When the process ends, its readers come back spread over this time, not all in one moment. */
const RETURN_MS = { soonest: 250, latest: 2250 };

export interface LiveRequest {
  readonly locationId: string;
  /** The last feed position that the caller has. */
  readonly after: number;
  readonly tell: Teller;
  /** Asked every few seconds whether the caller may go on listening. */
  readonly access?: () => Promise<boolean>;
}

/** Server-sent events out of the event log: what was missed first, then what happens, once and in order. */
@Injectable()
export class LiveStream implements OnModuleDestroy {
  readonly #channels = new Map<string, FeedChannel>();
  readonly #open = new Set<LiveReader>();
  readonly #beats = setInterval(() => this.#beat(), HEARTBEAT_MS).unref();
  #looking = false;
  #ending = false;

  constructor(
    private readonly events: EventReader,
    private readonly news: FeedNews,
  ) {}

  /** Writes to `reply` until the caller goes away; resolves when the caller has heard what it missed. */
  async serve(reply: FastifyReply, { locationId, after, tell, access }: LiveRequest): Promise<void> {
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    if (reply.request.method === 'HEAD') {
      out.end();
      return;
    }
    out.flushHeaders();
    const reader = new LiveReader(out, tell, after, access);
    this.#open.add(reader);
    const channel = this.#channel(locationId);
    out.once('close', () => this.#leave(locationId, channel, reader));
    if (this.#ending) return this.#bidFarewell(reader);
    await channel.join(reader).catch(() => reader.cutOff());
  }

  /** The process ends: every reader is told when to come back, and comes to another process with its last id. */
  onModuleDestroy(): void {
    this.#ending = true;
    clearInterval(this.#beats);
    for (const reader of this.#open) this.#bidFarewell(reader);
  }

  #bidFarewell(reader: LiveReader): void {
    const { soonest, latest } = RETURN_MS;
    reader.bidFarewell(`retry: ${String(Math.round(soonest + Math.random() * (latest - soonest)))}\n\n`);
  }

  #channel(locationId: string): FeedChannel {
    const channel = this.#channels.get(locationId) ?? new FeedChannel(locationId, this.events, this.news);
    this.#channels.set(locationId, channel);
    return channel;
  }

  #leave(locationId: string, channel: FeedChannel, reader: LiveReader): void {
    this.#open.delete(reader);
    if (!channel.leave(reader)) return;
    channel.close();
    this.#channels.delete(locationId);
  }

  #beat(): void {
    for (const channel of this.#channels.values()) channel.beat();
    void this.#lookAfterAccess();
  }

  /** One after the other: nobody else waits for the database because of it. */
  async #lookAfterAccess(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    for (const reader of this.#open) await reader.endWithItsAccess();
    this.#looking = false;
  }
}

/** The position to go on from: `Last-Event-ID`, else `?after=`, else the end of the feed. */
export function resumeFrom(lastEventId: string | undefined, after: number | undefined, end: number): number {
  const asked = Number(lastEventId ?? after ?? NaN);
  return Number.isSafeInteger(asked) && asked >= 0 ? asked : end;
}
