import { Component, Injector, afterNextRender, effect, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { RouteFocus } from '../../core/a11y/route-focus';
import { Connectivity } from '../../core/device/connectivity';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { COMMON_TEXTS } from '../words/common-texts';
import { AccountStore, type AccountState } from './account-store';
import { ACCOUNT_TEXTS } from './account-texts';
import { LoginForm } from './login-form';

/** Around every page of an account; whoever is not logged in finds the log-in here, whatever the address. */
@Component({
  selector: 'app-account-frame',
  imports: [Banner, Icon, LoginForm, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './account-frame.html',
  styleUrls: ['../back-link.css', './account-frame.css'],
})
export class AccountFrame {
  /** From the address: the tracking token of an order to keep. */
  readonly keep = input<string>();

  protected readonly t = ACCOUNT_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly store = inject(AccountStore);
  protected readonly restaurant = inject(RestaurantStore);
  protected readonly online = inject(Connectivity).online;
  protected readonly pages = [
    { path: '/account', label: this.t.orders },
    { path: '/account/details', label: this.t.details },
    { path: '/account/addresses', label: this.t.addresses },
    { path: '/account/access', label: this.t.accessNav },
  ];

  private before: AccountState = 'unknown';

  constructor() {
    void this.store.look();
    const [focus, injector] = [inject(RouteFocus), inject(Injector)];
    // What was pressed to get in or out is gone with the part around it.
    effect(() => {
      const now = this.store.state();
      const moved = [this.before, now].includes('in') && [this.before, now].includes('out');
      if (moved) afterNextRender({ read: () => focus.toMain() }, { injector });
      this.before = now;
    });
  }
}
