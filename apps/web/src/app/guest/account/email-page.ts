import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { toApiProblem, type ApiProblemCode } from '../../core/api/api-problem';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { COMMON_TEXTS } from '../words/common-texts';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS, accountRefusal } from './account-texts';
import { EMAIL_TEXTS } from './email-texts';

interface End {
  readonly heading: string;
  readonly text: string;
}

const UNKNOWN: End = { heading: ACCOUNT_TEXTS.unknownLink, text: EMAIL_TEXTS.unknownText };
const ENDS: Partial<Readonly<Record<ApiProblemCode, End>>> = {
  login_link_used: { heading: ACCOUNT_TEXTS.used, text: EMAIL_TEXTS.usedText },
  login_link_expired: { heading: ACCOUNT_TEXTS.expired, text: ACCOUNT_TEXTS.expiredText },
  already_exists: { heading: EMAIL_TEXTS.taken, text: EMAIL_TEXTS.takenText },
  not_found: UNKNOWN,
  invalid_request: UNKNOWN,
};

/** Where the link in the mail to a new address leads. As at a log-in, a press alone spends it. */
@Component({
  selector: 'app-email-page',
  imports: [Banner, Icon, RouterLink],
  templateUrl: './email-page.html',
  styleUrls: ['./account-part.css', '../back-link.css', './enter-page.css'],
})
export class EmailPage {
  protected readonly t = ACCOUNT_TEXTS;
  protected readonly words = EMAIL_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly store = inject(AccountStore);
  protected readonly restaurant = inject(RestaurantStore);
  private readonly router = inject(Router);
  /** Another link in the same tab changes nothing but what is behind the `#`. */
  private readonly token = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly done = signal(false);
  private readonly told = linkedSignal<string | null, End | null>({
    source: this.token,
    computation: (token) => (token === null || token === '' ? UNKNOWN : null),
  });
  protected readonly end = computed<End | null>(() =>
    this.done() ? { heading: this.words.done, text: this.doneWords() } : this.told(),
  );

  constructor() {
    void this.store.look();
  }

  protected async confirm(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await this.store.confirmEmail(this.token() ?? '');
      this.done.set(true);
      // The secret leaves the history too.
      await this.router.navigate([], { replaceUrl: true });
    } catch (error) {
      const { code } = toApiProblem(error);
      const end = ENDS[code];
      if (end !== undefined) this.told.set(end);
      else if (code !== 'unauthenticated') this.refusal.set(accountRefusal(code));
    } finally {
      this.busy.set(false);
    }
  }

  private doneWords(): string {
    const email = this.store.account()?.email ?? '';
    return $localize`:@@guest.email.doneText:Links to log in go to ${email}:email: from now on.`;
  }
}
