import type { Socket } from 'node:net';
import { QueryFailedError } from 'typeorm';
import type { DataSource } from 'typeorm';

/** What takes SQL and answers with its rows: the pool, or one of its sessions. */
export interface Asked {
  query(sql: string, done: (error: Error | null, results: unknown) => void): unknown;
}

/** A session of mysql2, as TypeORM hands it out. */
export interface Session extends Asked {
  readonly stream: Socket;
  release(): void;
  destroy(): void;
}

export type Taken = (error: Error | null, session?: Session) => void;

export interface Pool extends Asked {
  getConnection(done: Taken): void;
  on(event: 'connection' | 'acquire' | 'release', listener: (session: Session) => void): void;
}

export const poolOf = (dataSource: DataSource): Pool => (dataSource.driver as unknown as { pool: Pool }).pool;

/**
 * Runs SQL. TypeORM and the promises of mysql2 would ask their listeners, load a module and keep a stack for each call:
 * a tenth of what an order costs.
 */
export async function ask(asked: Asked, sql: string): Promise<unknown> {
  try {
    return await new Promise((resolve, reject) => {
      asked.query(sql, (error, results) => {
        if (error) reject(error);
        else resolve(results);
      });
    });
  } catch (error) {
    throw new QueryFailedError(sql, undefined, error as Error);
  }
}
