/** One request that must be refused. */
export interface BadRequest {
  readonly kind: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
  /** It may be served as well, because what is odd about it may be ignored; only never a 5xx. */
  readonly harmless?: boolean;
}
