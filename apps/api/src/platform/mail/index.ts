export { Mail } from './mail.js';
export type { Letter } from './mail.js';
export { MailModule } from './mail.module.js';
export type { MailSettings } from './mail.module.js';
export { Outbox } from './outbox.js';
export { OutboxLetterEntity } from './outbox-letter.entity.js';
export { OUTBOX_PATH, serveOutboxPage } from './outbox-page.js';
export { SiteAddress } from './site-address.js';
