/** A request that was answered, as logs and metrics tell of it. */
export interface Answered {
  readonly id: string;
  readonly method: string;
  /** Path and query as they were asked for. */
  readonly url: string;
  /** The pattern of its route; undefined when the address leads nowhere. */
  readonly route: string | undefined;
  readonly params: unknown;
  readonly status: number;
  readonly ms: number;
  readonly ip: string;
}

/** Is told of every request that was answered before any hook saw it. */
export type Witness = (answered: Answered) => void;
