import { Component, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { toApiProblem, type ApiProblemCode } from '../../core/api/api-problem';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { COMMON_TEXTS } from '../words/common-texts';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS, accountRefusal } from './account-texts';
import { AskedHere } from './asked-here';

type LinkState = 'ready' | 'used' | 'expired' | 'unknown';

const ENDS: Partial<Readonly<Record<ApiProblemCode, LinkState>>> = {
  login_link_used: 'used',
  login_link_expired: 'expired',
  not_found: 'unknown',
  invalid_request: 'unknown',
};

/**
 * Where the link of the mail leads. Its secret stands behind the `#`, and is spent by a press alone: programs that open
 * the links in mails press nothing.
 */
@Component({
  selector: 'app-enter-page',
  imports: [Banner, Icon, RouterLink],
  templateUrl: './enter-page.html',
  styleUrls: ['./account-part.css', '../back-link.css', './enter-page.css'],
})
export class EnterPage {
  protected readonly t = ACCOUNT_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly restaurant = inject(RestaurantStore);
  private readonly store = inject(AccountStore);
  private readonly asked = inject(AskedHere);
  private readonly router = inject(Router);
  /** Another link in the same tab changes nothing but what is behind the `#`. */
  private readonly token = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly askedHere = this.asked.lately();
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly state = linkedSignal<LinkState>(() => (this.token() ? 'ready' : 'unknown'));

  protected async enter(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await this.store.redeem(this.token() ?? '');
      this.asked.forget();
      // The secret leaves the history too.
      await this.router.navigate(['/account'], { replaceUrl: true });
    } catch (error) {
      const { code } = toApiProblem(error);
      const end = ENDS[code];
      if (end === undefined) this.refusal.set(accountRefusal(code));
      else this.state.set(end);
    } finally {
      this.busy.set(false);
    }
  }
}
