import type { EventView } from '@comanda/shared';

/** One message of a stream; `id` is what the browser sends back as `Last-Event-ID`. */
export interface LiveMessage {
  readonly id?: number;
  readonly event: string;
  readonly data: unknown;
}

/** What was written out of one page of events, by the kind of stream: those of one kind read the same. */
export type Written = Map<string, string>;

/** Writes out what a stream tells of a page of events; empty when it is nothing. */
export type Teller = (page: readonly EventView[], written: Written) => string | Promise<string>;

export function toText({ id, event, data }: LiveMessage): string {
  return `${id === undefined ? '' : `id: ${String(id)}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** For streams that show many people the same: each event is written out once for all of a kind. Null leaves one out. */
export function tellAlike(kind: string, show: (event: EventView) => LiveMessage | null): Teller {
  return (page, written) => {
    const known = written.get(kind);
    if (known !== undefined) return known;
    const text = page.map(show).reduce((before, message) => (message ? before + toText(message) : before), '');
    written.set(kind, text);
    return text;
  };
}

/** For a stream that shows something as it is now: once for all events of a page that are about it. */
export function tellLast(
  isAboutIt: (event: EventView) => boolean,
  show: (last: EventView) => Promise<LiveMessage>,
): Teller {
  return (page) => {
    const last = page.findLast(isAboutIt);
    return last ? show(last).then(toText) : '';
  };
}
