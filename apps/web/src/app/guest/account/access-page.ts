import { Component, LOCALE_ID, inject, signal } from '@angular/core';
import type { PasskeyView } from '@comanda/shared';
import { Attempt } from '../../core/api/attempt';
import { apiUrl } from '../../core/api/api-url';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { COMMON_TEXTS } from '../words/common-texts';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS, accountRefusal } from './account-texts';
import { deviceName } from './device-name';
import { EmailChange } from './email-change';
import { PasskeyDevice } from './passkey-device';

/** How the guest gets in, takes their data along, and leaves for good. */
@Component({
  selector: 'app-access-page',
  imports: [Banner, DialogSheet, EmailChange, Icon],
  templateUrl: './access-page.html',
  styleUrl: './account-part.css',
})
export class AccessPage {
  protected readonly t = ACCOUNT_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly store = inject(AccountStore);
  protected readonly passkeys = inject(PasskeyDevice);
  private readonly toasts = inject(Toasts);
  private readonly locale = inject(LOCALE_ID);

  protected readonly exportUrl = apiUrl('/guest-account', 'export');
  protected readonly list = signal<readonly PasskeyView[]>([]);
  protected readonly failed = signal(false);
  protected readonly asking = signal(false);
  private readonly attempt = new Attempt(accountRefusal);
  protected readonly busy = this.attempt.busy;
  protected readonly refusal = this.attempt.refusal;

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failed.set(false);
    try {
      this.list.set(await this.store.get<readonly PasskeyView[]>('/passkeys'));
    } catch {
      this.failed.set(true);
    }
  }

  protected sinceWords({ createdAt, lastUsedAt }: PasskeyView): string {
    const [made, used] = [createdAt, lastUsedAt ?? createdAt].map((at) =>
      new Intl.DateTimeFormat(this.locale, { dateStyle: 'medium' }).format(new Date(at)),
    );
    return lastUsedAt === undefined
      ? $localize`:@@guest.account.passkeySince:since ${made}:date:`
      : $localize`:@@guest.account.passkeyUsed:last used ${used}:date:`;
  }

  protected add(): Promise<void> {
    return this.doing(async () => {
      const made = await this.passkeys.register(deviceName(navigator.userAgent) ?? this.t.passkeyName);
      this.toasts.show({ text: made === null ? this.t.passkeyLeft : this.t.passkeyAdded });
      await this.load();
    });
  }

  protected remove({ id }: PasskeyView): Promise<void> {
    return this.doing(async () => {
      await this.store.write('DELETE', `/passkeys/${id}`);
      this.toasts.show({ text: this.t.passkeyGone });
      await this.load();
    });
  }

  protected logOut(): Promise<void> {
    return this.doing(() => this.store.logOut());
  }

  protected erase(): Promise<void> {
    return this.doing(() => this.store.erase());
  }

  private doing(work: () => Promise<void>): Promise<void> {
    return this.attempt.run(() => work().finally(() => this.asking.set(false)));
  }
}
