/** Rung while nobody listens it is heard at the next `next`; it has rung once at the start. */
export class Bell {
  #rung = true;
  #closed = false;
  #wake: () => void = () => undefined;

  ring(): void {
    this.#rung = true;
    this.#wake();
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  /** Resolves to true at the next ring, to false once closed. */
  async next(): Promise<boolean> {
    if (!this.#rung && !this.#closed) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#rung = false;
    return !this.#closed;
  }
}
