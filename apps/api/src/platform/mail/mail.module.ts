import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Mail } from './mail.js';
import { Outbox } from './outbox.js';
import { SiteAddress } from './site-address.js';
import { SmtpMail } from './smtp-mail.js';
import type { SmtpSettings } from './smtp-mail.js';

export interface MailSettings {
  /** Undefined: letters stay in the outbox. */
  readonly smtp?: SmtpSettings | undefined;
  readonly siteUrl?: string | undefined;
}

@Module({})
export class MailModule {
  static register({ smtp, siteUrl }: MailSettings = {}): DynamicModule {
    const mail = smtp
      ? { provide: Mail, useFactory: () => new SmtpMail(smtp) }
      : { provide: Mail, useExisting: Outbox };
    return {
      module: MailModule,
      global: true,
      providers: [Outbox, mail, { provide: SiteAddress, useFactory: () => new SiteAddress(siteUrl) }],
      exports: [Mail, Outbox, SiteAddress],
    };
  }
}
