import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock, idsSince, newId } from '../clock/index.js';
import { Database, Transactions } from '../database/index.js';
import type { Tx } from '../database/index.js';
import type { Letter } from './mail.js';
import { Mail } from './mail.js';
import { OutboxLetterEntity } from './outbox-letter.entity.js';

const SHOWN = 50;
const KEPT_MS = 86_400_000;

/** Where letters go when no mail server is set: into the database for a day, to be read by whoever develops or tries it. */
@Injectable()
export class Outbox extends Mail {
  /** Set by whoever shows it: letters that nobody can read are not offered. */
  works = false;

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send({ to, subject, text }: Letter): Promise<void> {
    const now = this.clock.now();
    const letter = { id: newId(), recipient: to, subject: subject.slice(0, 200), body: text, writtenAt: now };
    await this.transactions.run(async ({ manager }) => {
      await manager.delete(OutboxLetterEntity, { id: LessThan(idsSince(now - KEPT_MS)) });
      await manager.insert(OutboxLetterEntity, letter);
    });
  }

  /** The newest first. */
  async list(): Promise<readonly OutboxLetterEntity[]> {
    return this.database.reader.find(OutboxLetterEntity, { order: { id: 'DESC' }, take: SHOWN });
  }

  async forget(tx: Tx, recipient: string): Promise<void> {
    await tx.manager.delete(OutboxLetterEntity, { recipient });
  }
}
