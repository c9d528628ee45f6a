/** One request that the site sent and that the spec answers. */
export class AskedRequest {
  constructor(
    readonly url: string,
    private readonly init: RequestInit,
    private readonly settle: { resolve: (answer: Response) => void; reject: (error: Error) => void },
  ) {}

  get body(): unknown {
    return typeof this.init.body === 'string' ? (JSON.parse(this.init.body) as unknown) : undefined;
  }

  header(name: string): string | null {
    return new Headers(this.init.headers).get(name);
  }

  flush(body: unknown, status = 200): void {
    const answer = { ok: status < 400, status, statusText: '', json: () => Promise.resolve(body) };
    this.settle.resolve(answer as Response);
  }

  /** No answer comes. */
  lose(): void {
    this.settle.reject(new TypeError('Failed to fetch'));
  }
}

/** The API as a spec plays it. */
export class ApiDouble {
  private open: AskedRequest[] = [];

  readonly ask = (url: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => this.open.push(new AskedRequest(url, init, { resolve, reject })));

  /** The one request to this address that waits, whatever its query. */
  expectOne(path: string): AskedRequest {
    const found = this.open.filter(({ url }) => url.split('?')[0] === path);
    const [request] = found;
    if (request === undefined || found.length > 1) throw new Error(`${found.length} requests to ${path}`);
    this.open = this.open.filter((each) => each !== request);
    return request;
  }

  expectNone(path: string): void {
    if (this.open.some(({ url }) => url.split('?')[0] === path)) throw new Error(`A request to ${path}`);
  }
}
