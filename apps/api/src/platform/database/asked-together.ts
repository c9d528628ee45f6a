/** As many as one statement names. */
const MOST_AT_ONCE = 64;

interface Waiting<T> {
  readonly key: string;
  readonly resolve: (found: T | null) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * What comes while the database is being asked waits and is asked for together; nobody waits alone. When the database
 * fails, so does all that waits: it would wait as long once more, and fail.
 */
export class AskedTogether<T> {
  readonly #waiting: Waiting<T>[] = [];
  #asking = false;

  /** `ask` resolves to what was found, by its key; each key is asked for once. */
  constructor(private readonly ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>) {}

  find(key: string): Promise<T | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject });
      if (!this.#asking) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#asking = true;
    while (this.#waiting.length > 0) await this.#serve(this.#waiting.splice(0, MOST_AT_ONCE));
    this.#asking = false;
  }

  async #serve(served: readonly Waiting<T>[]): Promise<void> {
    try {
      const found = await this.ask([...new Set(served.map(({ key }) => key))]);
      for (const { key, resolve } of served) resolve(found.get(key) ?? null);
    } catch (error) {
      for (const { reject } of [...served, ...this.#waiting.splice(0)]) reject(error);
    }
  }
}
