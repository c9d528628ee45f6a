import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Database, databaseFault, Transactions } from '../platform/database/index.js';
import { SiteAddress } from '../platform/mail/index.js';
import { PushKeyEntity } from './push-key.entity.js';

const ID = 'vapid';
/** Push services refuse messages from a machine that nobody else can name. */
const PUBLIC = /^https:\/\/[^/:]+\.[a-z]{2,}(:\d+)?$/;
const NOWHERE = 'mailto:operator@localhost';

/** The keys of this installation: made at the first start, the same in all processes and after a restore. */
@Injectable()
export class PushKeys implements OnApplicationBootstrap {
  #known: PushKeyEntity | null = null;

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly site: SiteAddress,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const subject = this.#subject();
    if ((await this.get()).subject === subject) return;
    await this.transactions.run((tx) => tx.manager.update(PushKeyEntity, { id: ID }, { subject }));
    this.#known = null;
  }

  async get(): Promise<PushKeyEntity> {
    this.#known ??= (await this.#find()) ?? (await this.#make());
    return this.#known;
  }

  /** Where guests reach the site, when the operator has said so. */
  #subject(): string {
    const origin = this.site.originFor({ protocol: 'http', host: 'localhost' });
    return PUBLIC.test(origin) ? origin : NOWHERE;
  }

  #find(): Promise<PushKeyEntity | null> {
    return this.database.reader.findOneBy(PushKeyEntity, { id: ID });
  }

  async #make(): Promise<PushKeyEntity> {
    const { default: webPush } = await import('web-push');
    const keys = { id: ID, subject: this.#subject(), ...webPush.generateVAPIDKeys() };
    try {
      await this.transactions.run(async (tx) => void (await tx.manager.insert(PushKeyEntity, keys)));
      return keys;
    } catch (error) {
      // Another process was quicker.
      const made = databaseFault(error) === 'duplicate' ? await this.#find() : null;
      if (made === null) throw error;
      return made;
    }
  }
}
