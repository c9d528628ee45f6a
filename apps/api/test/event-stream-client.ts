import type { Headed } from './http-client.js';

/** A screen that listens to a stream of events and comes back, after it was cut off, with the last id that it has. */
export class EventStreamClient {
  readonly ids: number[] = [];
  #cut = new AbortController();

  constructor(private readonly headers: Headed) {}

  /** Listens until it is cut off, by whichever side. */
  async listen(url: string): Promise<void> {
    this.#cut = new AbortController();
    const last = this.ids.at(-1);
    const resume = last === undefined ? {} : { 'last-event-id': String(last) };
    try {
      const { body } = await fetch(url, { headers: { ...this.headers, ...resume }, signal: this.#cut.signal });
      let rest = '';
      for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
        const messages = (rest + String(chunk)).split('\n\n');
        rest = messages.pop() ?? '';
        for (const message of messages) this.#take(message);
      }
    } catch {
      // The other side went away in the middle of a message; what was not whole comes again.
    }
  }

  cut(): void {
    this.#cut.abort();
  }

  #take(message: string): void {
    const id = /^id: (\d+)$/m.exec(message)?.[1];
    if (id !== undefined) this.ids.push(Number(id));
  }
}
