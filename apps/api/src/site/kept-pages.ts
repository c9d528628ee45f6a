import type { FeedNews } from '../platform/events/index.js';
import type { ReadyAnswer } from '../platform/http/index.js';

/** Every table has a page of its own in each language; the oldest go first. */
const MOST_PAGES = 200;
/** Words on a page such as "opens today" are true for about so long. */
const LONGEST_AGE_MS = 60_000;

interface Kept {
  page: Promise<ReadyAnswer> | null;
  version: string;
  drawnAtMs: number;
  /** Grows with the news of the restaurant. */
  news: number;
  /** The news after which somebody saw that the page is still true. */
  checked: number;
  readonly forget: () => void;
}

/** A page that is being looked after, while the news go on. */
export interface PageCheck {
  /** The page of this version: the kept one when it is that, else drawn now. */
  readonly finish: (version: string, draw: () => Promise<ReadyAnswer>) => Promise<ReadyAnswer>;
}

/** Pages by their address. After each news of their restaurant somebody has to look whether they are still true. */
export class KeptPages {
  readonly #pages = new Map<string, Kept>();

  constructor(
    private readonly news: FeedNews,
    private readonly now: () => number,
  ) {}

  /** The page when it is known to be true. */
  find(url: string): Promise<ReadyAnswer> | null {
    const kept = this.#pages.get(url);
    return kept && kept.checked === kept.news && this.#isYoung(kept) ? kept.page : null;
  }

  /** Call it before reading what is on the page: a change that comes after this is noticed. */
  check(url: string, locationId: string): PageCheck {
    const kept = this.#pages.get(url) ?? this.#add(url, locationId);
    const seen = kept.news;
    return {
      finish: (version, draw) => {
        const same = kept.version === version && this.#isYoung(kept);
        const page = same && kept.page ? kept.page : this.#draw(url, kept, draw);
        kept.version = version;
        kept.checked = seen;
        return page;
      },
    };
  }

  #isYoung({ drawnAtMs }: Kept): boolean {
    return this.now() < drawnAtMs + LONGEST_AGE_MS;
  }

  #add(url: string, locationId: string): Kept {
    const forget = this.news.listen(locationId, () => (kept.news += 1));
    const kept: Kept = { page: null, version: '', drawnAtMs: 0, news: 0, checked: -1, forget };
    this.#pages.set(url, kept);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST_PAGES && oldest !== undefined) this.#drop(oldest);
    return kept;
  }

  /** A page that could not be drawn is not kept. */
  #draw(url: string, kept: Kept, draw: () => Promise<ReadyAnswer>): Promise<ReadyAnswer> {
    const page = draw();
    page.catch(() => kept.page === page && this.#drop(url));
    kept.page = page;
    kept.drawnAtMs = this.now();
    return page;
  }

  #drop(url: string): void {
    this.#pages.get(url)?.forget();
    this.#pages.delete(url);
  }
}
