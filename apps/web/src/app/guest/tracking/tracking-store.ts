import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { OrderView } from '@comanda/shared';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { apiUrl } from '../../core/api/api-url';
import { PublicApi, apiResource } from '../../core/api/public-api';
import { openLiveFeed } from '../../core/live/live-feed';
import { isOver } from './tracking-words';

const POLL_MS = 20_000;
const FAILURES_BEFORE_POLLING = 3;

/** One order as its guest follows it: the first picture, then the news, and asking again where news do not come. */
@Injectable()
export class TrackingStore {
  private readonly api = inject(PublicApi);
  private readonly token = signal<string | null>(null);
  private readonly known = signal<OrderView | null>(null);
  private readonly path = computed(() => {
    const token = this.token();
    return token === null ? null : apiUrl('/tracking', token);
  });
  private readonly picture = apiResource<OrderView>(() => this.path() ?? undefined);

  readonly trackingToken = this.token.asReadonly();
  readonly order = this.known.asReadonly();
  readonly failure = computed<ApiProblem | null>(() => {
    const error = this.picture.error();
    return error === undefined ? null : toApiProblem(error);
  });
  readonly feed = openLiveFeed({
    url: () => {
      const [path, order] = [this.path(), this.over()];
      return path === null || order !== false ? null : `${path}/live`;
    },
    events: ['order'],
    onEvent: ({ data }) => this.take(data as OrderView),
    onGap: () => this.picture.reload(),
    // What happened before the feed stood is not repeated by it.
    onOpen: () => this.picture.reload(),
  });
  /** Null until the order is known; the feed ends with the order, once no money has to come back. */
  private readonly over = computed(() => {
    const order = this.known();
    return order === null ? null : isOver(order.state) && order.refundDueMinor === undefined;
  });

  constructor() {
    effect(() => {
      if (this.picture.hasValue()) this.take(this.picture.value());
    });
    effect((onCleanup) => {
      if (this.feed.failures() < FAILURES_BEFORE_POLLING || this.over() !== false) return;
      const timer = setInterval(() => this.picture.reload(), POLL_MS);
      onCleanup(() => clearInterval(timer));
    });
    const lookAgain = (): void => {
      if (document.visibilityState === 'visible' && this.over() === false) this.picture.reload();
    };
    document.addEventListener('visibilitychange', lookAgain);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', lookAgain));
  }

  follow(token: string): void {
    if (this.token() === token) return;
    this.known.set(null);
    this.token.set(token);
  }

  retry(): void {
    this.picture.reload();
    this.feed.reconnect();
  }

  /** Asks the restaurant to cancel; throws an ApiProblem when it is too late. */
  async cancel(): Promise<void> {
    const path = this.path();
    if (path === null) return;
    this.take(await this.api.post<OrderView>(`${path}/cancellation`, {}));
  }

  /** News may overtake each other; the newest version stays. */
  private take(order: OrderView): void {
    untracked(() => {
      const known = this.known();
      if (known === null || known.id !== order.id || order.version >= known.version) this.known.set(order);
    });
  }
}
