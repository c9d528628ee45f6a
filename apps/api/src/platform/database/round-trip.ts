import type { Row, Statement } from './statement.js';
import type { Tx } from './tx.js';

/** Gathers what several parts want to read, to ask the database once. */
export class RoundTrip {
  readonly #statements: Statement[] = [];
  #results: Row[][] = [];

  /** Adds statements; the function gives their rows once the trip is made. */
  add(...statements: readonly Statement[]): () => Row[] {
    const from = this.#statements.push(...statements) - statements.length;
    return () => this.#results.slice(from, from + statements.length).flat();
  }

  async make(tx: Tx): Promise<void> {
    this.#results = await tx.send(this.#statements);
  }
}
