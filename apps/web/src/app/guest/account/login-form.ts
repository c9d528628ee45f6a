import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { GuestLoginWaysView } from '@comanda/shared';
import { Attempt } from '../../core/api/attempt';
import { apiUrl } from '../../core/api/api-url';
import { apiResource } from '../../core/api/public-api';
import { LANGUAGE } from '../../core/i18n/language';
import { Banner } from '../../ui/banner/banner';
import { Field, FieldControl } from '../../ui/field/field';
import { COMMON_TEXTS } from '../words/common-texts';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS, accountRefusal } from './account-texts';
import { AskedHere } from './asked-here';
import { LOOKS_LIKE_EMAIL } from './looks-like-email';
import { PasskeyDevice } from './passkey-device';

/** By a link in a mail, or by passkey. No password, and nothing else is asked. */
@Component({
  selector: 'app-login-form',
  imports: [Banner, Field, FieldControl],
  templateUrl: './login-form.html',
  styleUrl: './account-part.css',
})
export class LoginForm {
  readonly keepOrder = input<string>();

  protected readonly t = ACCOUNT_TEXTS;
  protected readonly common = COMMON_TEXTS;
  private readonly store = inject(AccountStore);
  private readonly passkeys = inject(PasskeyDevice);
  private readonly askedHere = inject(AskedHere);
  private readonly language = inject(LANGUAGE);
  private readonly injector = inject(Injector);
  private readonly sentHeading = viewChild<ElementRef<HTMLElement>>('sentHeading');

  protected readonly ways = apiResource<GuestLoginWaysView>(() => apiUrl('/guest-account', 'ways'));
  protected readonly erased = this.store.erased;
  protected readonly mayMail = computed(() => !this.ways.hasValue() || this.ways.value().mail);
  protected readonly mayPasskey = computed(
    () => this.passkeys.supported && this.ways.hasValue() && this.ways.value().passkeys,
  );
  protected readonly email = signal('');
  protected readonly sentTo = signal<string | null>(null);
  private readonly attempt = new Attempt(accountRefusal);
  protected readonly busy = this.attempt.busy;
  protected readonly refusal = this.attempt.refusal;
  private readonly tried = signal(false);
  protected readonly error = computed(() =>
    this.tried() && !LOOKS_LIKE_EMAIL.test(this.email().trim()) ? this.t.emailWrong : null,
  );

  protected sentWords(email: string): string {
    return $localize`:@@guest.account.sentTo:We have sent a link to ${email}:email:.`;
  }

  protected send(event: Event): Promise<void> | void {
    event.preventDefault();
    this.tried.set(true);
    if (this.error() !== null) return document.getElementById('account-email')?.focus();
    return this.ask(this.email().trim());
  }

  protected ask(email: string): Promise<void> {
    return this.attempt.run(async () => {
      const keepOrder = this.keepOrder();
      await this.store.askLink({ email, language: this.language, ...(keepOrder === undefined ? {} : { keepOrder }) });
      this.askedHere.note();
      this.sentTo.set(email);
      afterNextRender({ read: () => this.sentHeading()?.nativeElement.focus() }, { injector: this.injector });
    });
  }

  protected logInWithPasskey(): Promise<void> {
    return this.attempt.run(async () => {
      const entered = await this.passkeys.logIn();
      const trackingToken = this.keepOrder();
      if (entered && trackingToken !== undefined) await this.store.keep(trackingToken);
    });
  }
}
