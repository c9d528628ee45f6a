/** As many as one statement names. */
const MOST_AT_ONCE = 64;
/** While the database looks for some, others are asked for and answered. */
const AT_A_TIME = 2;

interface Waiting<T> {
  readonly key: string;
  readonly resolve: (found: T | null) => void;
  readonly reject: (reason: unknown) => void;
}

/** What comes while the database is being asked waits and is asked for together; nobody waits alone. */
export class AskedTogether<T> {
  #waiting: Waiting<T>[] = [];
  #asking = 0;

  /** `ask` resolves to what was found, by its key; each key is asked for once. */
  constructor(private readonly ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>) {}

  find(key: string): Promise<T | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject });
      if (this.#asking < AT_A_TIME) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#asking += 1;
    while (this.#waiting.length > 0) await this.#serve(this.#waiting.splice(0, MOST_AT_ONCE));
    this.#asking -= 1;
  }

  async #serve(waiting: readonly Waiting<T>[]): Promise<void> {
    try {
      const found = await this.ask([...new Set(waiting.map(({ key }) => key))]);
      for (const { key, resolve } of waiting) resolve(found.get(key) ?? null);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}
