import { createConnection } from 'mysql2';
import type { Connection } from 'mysql2';
import { EXIT, Failure } from '../failure.js';

type Values = Readonly<Record<string, unknown>>;

/** Exact whatever the size; instants stay the numbers that they are. */
const EXACT = { supportBigNumbers: true, bigNumberStrings: true, dateStrings: true, charset: 'utf8mb4_bin' } as const;

/** A session of a MySQL or MariaDB server. */
export class ServerSession {
  private constructor(readonly connection: Connection) {}

  static async open(url: string): Promise<ServerSession> {
    const connection = createConnection({ uri: url, connectTimeout: 5000, ...EXACT });
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject).once('connect', () => resolve());
    }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Failure(EXIT.serverAway, `The database cannot be reached: ${reason}.`);
    });
    return new ServerSession(connection);
  }

  query(sql: string): Promise<readonly Values[]> {
    return new Promise((resolve, reject) => {
      this.connection.query(sql, (error, rows) => {
        if (error) reject(new Failure(EXIT.refused, `The database says: ${error.message}.`));
        else resolve(Array.isArray(rows) ? (rows as Values[]) : []);
      });
    });
  }

  /** The rows of a statement, read as they are taken. */
  rows(sql: string): AsyncIterable<Values> {
    return this.connection.query(sql).stream({ highWaterMark: 100 }) as AsyncIterable<Values>;
  }

  /** The tables, the list of migrations last: without it nobody takes a half-written database for a whole one. */
  async tables(): Promise<string[]> {
    const rows = await this.query(
      "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'",
    );
    const names = rows.map(({ name }) => String(name)).sort();
    return [...names.filter((name) => name !== 'migrations'), ...names.filter((name) => name === 'migrations')];
  }

  close(): void {
    this.connection.destroy();
  }
}
