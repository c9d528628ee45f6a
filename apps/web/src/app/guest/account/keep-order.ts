import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon/icon';
import { LastOrder } from '../tracking/last-order';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS } from './account-texts';

/** Beside an order that this device placed: it is in the account, or could be. One quiet line, never more. */
@Component({
  selector: 'app-keep-order',
  imports: [Icon, RouterLink],
  template: `
    @if (kept()) {
      <p>
        <app-icon name="check" /><a routerLink="/account">{{ t.kept }}</a>
      </p>
    } @else if (store.state() === 'out' && token() !== null) {
      <p>
        <a routerLink="/account" [queryParams]="{ keep: token() }">{{ t.keepOrder }}</a>
      </p>
    }
  `,
  styles: `
    p {
      --icon-size: 1.05rem;
      display: flex;
      align-items: center;
      gap: var(--space-2);
      margin: 0;
      color: var(--ink-2);
      font-size: var(--text-15);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--target);
    }
  `,
})
export class KeepOrder {
  protected readonly t = ACCOUNT_TEXTS;
  protected readonly store = inject(AccountStore);
  private readonly lastOrder = inject(LastOrder);
  protected readonly token = computed(() => this.lastOrder.order()?.trackingToken ?? null);
  protected readonly kept = signal(false);

  constructor() {
    void this.store.look();
    effect(() => {
      const [state, token] = [this.store.state(), this.token()];
      if (state === 'in' && token !== null) untracked(() => void this.keep(token));
    });
  }

  /** When it cannot be kept nothing is said: nobody asked for it. */
  private async keep(token: string): Promise<void> {
    this.kept.set(
      await this.store.keep(token).then(
        () => true,
        () => false,
      ),
    );
  }
}
