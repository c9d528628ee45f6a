import { Component, ElementRef, Injector, LOCALE_ID, afterNextRender, computed, inject, signal } from '@angular/core';
import type { EmailChangeView } from '@comanda/shared';
import { Attempt } from '../../core/api/attempt';
import { Clock } from '../../core/time/clock';
import { Banner } from '../../ui/banner/banner';
import { Field, FieldControl } from '../../ui/field/field';
import { Toasts } from '../../ui/toast/toasts';
import { COMMON_TEXTS } from '../words/common-texts';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS, accountRefusal } from './account-texts';
import { EMAIL_TEXTS } from './email-texts';
import { LOOKS_LIKE_EMAIL } from './looks-like-email';

const PATH = '/email-changes';

/** Another address for the account. It waits until the link that went there is opened. */
@Component({
  selector: 'app-email-change',
  imports: [Banner, Field, FieldControl],
  templateUrl: './email-change.html',
  styleUrl: './account-part.css',
})
export class EmailChange {
  protected readonly t = ACCOUNT_TEXTS;
  protected readonly words = EMAIL_TEXTS;
  protected readonly common = COMMON_TEXTS;
  private readonly store = inject(AccountStore);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(Clock);
  private readonly locale = inject(LOCALE_ID);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly waiting = signal<EmailChangeView | null>(null);
  protected readonly ended = computed(() => Date.parse(this.waiting()?.expiresAt ?? '') <= this.clock.now());
  protected readonly failed = signal(false);
  protected readonly open = signal(false);
  protected readonly email = signal('');
  private readonly attempt = new Attempt(accountRefusal);
  protected readonly busy = this.attempt.busy;
  protected readonly refusal = this.attempt.refusal;
  private readonly tried = signal(false);
  protected readonly error = computed(() => (this.tried() ? this.faultOf(this.email().trim()) : null));

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failed.set(false);
    try {
      const [waiting] = await this.store.get<readonly EmailChangeView[]>(PATH);
      this.waiting.set(waiting ?? null);
    } catch {
      this.failed.set(true);
    }
  }

  protected begin(): void {
    this.open.set(true);
    this.focus('input');
  }

  protected send(event: Event): Promise<void> | void {
    event.preventDefault();
    this.tried.set(true);
    if (this.error() !== null) return this.focus('input');
    return this.ask(this.email().trim());
  }

  protected ask(email: string): Promise<void> {
    return this.attempt.run(async () => {
      this.waiting.set(await this.store.write<EmailChangeView>('POST', PATH, { email }));
      this.reset();
      this.focus('.told');
    });
  }

  protected keep(): Promise<void> {
    return this.attempt.run(async () => {
      if (this.waiting() !== null) {
        await this.store.write('DELETE', PATH);
        this.toasts.show({ text: this.words.stays });
      }
      this.waiting.set(null);
      this.reset();
      this.focus('.begin');
    });
  }

  protected waitingWords({ email, expiresAt }: EmailChangeView): string {
    const until = new Intl.DateTimeFormat(this.locale, { timeStyle: 'short' }).format(new Date(expiresAt));
    return $localize`:@@guest.email.waiting:We have sent a link to ${email}:email:. It is good until ${until}:until:.`;
  }

  private faultOf(email: string): string | null {
    if (!LOOKS_LIKE_EMAIL.test(email)) return this.t.emailWrong;
    return email.toLowerCase() === this.store.account()?.email ? this.words.same : null;
  }

  private reset(): void {
    this.open.set(false);
    this.tried.set(false);
    this.email.set('');
  }

  private focus(selector: string): void {
    const read = (): void => this.host.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ read }, { injector: this.injector });
  }
}
