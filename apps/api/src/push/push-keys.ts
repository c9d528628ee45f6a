import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { Database, databaseFault, Transactions } from '../platform/database/index.js';
import { PushKeyEntity } from './push-key.entity.js';

const ID = 'vapid';
/** Push services refuse messages from a machine that nobody else can name. */
const PUBLIC = /^https:\/\/[^/:]+\.[a-z]{2,}(:\d+)?$/;
const NOWHERE = 'mailto:operator@localhost';

/** The keys of this installation: made with the first wish for them, the same in all processes and after a restore. */
@Injectable()
export class PushKeys {
  #known: PushKeyEntity | null = null;

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
  ) {}

  /** `origin` is where guests reach the site; the first one stays. */
  async get(origin = NOWHERE): Promise<PushKeyEntity> {
    this.#known ??= (await this.#find()) ?? (await this.#make(origin));
    return this.#known;
  }

  #find(): Promise<PushKeyEntity | null> {
    return this.database.reader.findOneBy(PushKeyEntity, { id: ID });
  }

  async #make(origin: string): Promise<PushKeyEntity> {
    const subject = PUBLIC.test(origin) ? origin : NOWHERE;
    const keys = { id: ID, subject, ...webPush.generateVAPIDKeys() };
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
