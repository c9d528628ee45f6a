import { Injectable } from '@nestjs/common';
import { Database, sendTogether } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';

/** The numbers that grow when a restaurant, its menu or its availability changes. */
export interface Versions {
  readonly location: number;
  /** 0 before the first revision. */
  readonly revision: number;
  readonly availability: number;
}

const SQL =
  'SELECT l.version, h.revision, h.availabilityVersion FROM locations l ' +
  'LEFT JOIN menu_heads h ON h.locationId = l.id WHERE l.id = ?';

/** Asks in one statement whether what is kept of a restaurant still holds. */
@Injectable()
export class CurrentVersions {
  constructor(private readonly database: Database) {}

  /** Throws `not_found`. */
  async of(locationId: string): Promise<Versions> {
    const [rows = []] = await sendTogether(this.database.reader, [{ sql: SQL, values: [locationId] }]);
    const [row] = rows;
    if (!row) throw new DomainError('not_found', 'There is no such restaurant.');
    return {
      location: Number(row['version']),
      revision: Number(row['revision'] ?? 0),
      availability: Number(row['availabilityVersion'] ?? 0),
    };
  }
}
