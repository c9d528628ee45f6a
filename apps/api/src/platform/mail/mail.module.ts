import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Mail } from './mail.js';
import { Outbox } from './outbox.js';
import { SiteAddress } from './site-address.js';
import type { SmtpSettings } from './smtp-mail.js';

export interface MailSettings {
  /** Undefined: letters stay in the outbox. */
  readonly smtp?: SmtpSettings | undefined;
  readonly siteUrl?: string | undefined;
}

/** Loaded only where there is a mail server. */
async function openSmtp(settings: SmtpSettings): Promise<Mail> {
  const { SmtpMail } = await import('./smtp-mail.js');
  return new SmtpMail(settings);
}

@Module({})
export class MailModule {
  static register({ smtp, siteUrl }: MailSettings = {}): DynamicModule {
    const mail = smtp ? { provide: Mail, useFactory: () => openSmtp(smtp) } : { provide: Mail, useExisting: Outbox };
    return {
      module: MailModule,
      global: true,
      providers: [Outbox, mail, { provide: SiteAddress, useFactory: () => new SiteAddress(siteUrl) }],
      exports: [Mail, Outbox, SiteAddress],
    };
  }
}
