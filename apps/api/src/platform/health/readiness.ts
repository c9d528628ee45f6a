import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { HealthView } from '@comanda/shared';
import { DataSource } from 'typeorm';
import { Database } from '../database/index.js';
import { weakDurability } from './durability.js';

/** Longer than any wait in a busy evening, shorter than a proxy's patience. */
const DATABASE_MS = 3000;

/** Whether this process may be sent requests. */
@Injectable()
export class Readiness {
  #draining = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
  ) {}

  /** From now on the answer is "draining": whoever shares out requests sends no more of them here. */
  drain(): void {
    this.#draining = true;
  }

  get draining(): boolean {
    return this.#draining;
  }

  async look(): Promise<HealthView> {
    if (this.#draining) return { status: 'draining', warnings: [] };
    const away: HealthView = { status: 'database_away', warnings: [] };
    const late = new AbortController();
    const patience = sleep(DATABASE_MS, away, { ref: false, signal: late.signal }).catch(() => away);
    const answer = this.#lookAtDatabase().catch(() => away);
    return Promise.race([answer, patience]).finally(() => late.abort());
  }

  async #lookAtDatabase(): Promise<HealthView> {
    const [applied, warnings] = await Promise.all([this.#appliedMigrations(), this.warnings()]);
    const missing = this.dataSource.migrations.some(({ name, constructor }) => !applied.has(name ?? constructor.name));
    return { status: missing ? 'migrations_missing' : 'ok', warnings };
  }

  /** One sentence for each setting of the database that risks answered orders. */
  warnings(): Promise<readonly string[]> {
    return weakDurability(this.dataSource);
  }

  /** Migrations of a newer version beside this one do no harm: they only add. */
  async #appliedMigrations(): Promise<ReadonlySet<string>> {
    const rows = await this.database.reader.query<{ name: string }[]>('SELECT name FROM migrations');
    return new Set(rows.map(({ name }) => name));
  }
}
