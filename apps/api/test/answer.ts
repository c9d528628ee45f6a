/** An answer as the caller gets it. */
export interface Answer {
  readonly status: number;
  readonly mediaType: string;
  /** Read, when it is JSON. */
  readonly body?: unknown;
}
