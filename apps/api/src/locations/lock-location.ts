import type { Tx } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import { LocationEntity } from './location.entity.js';

/** Takes the row lock of a restaurant; throws `not_found`. */
export async function lockLocation(tx: Tx, id: string): Promise<LocationEntity> {
  const query = tx.manager.createQueryBuilder(LocationEntity, 'location').where('location.id = :id', { id });
  const location = await tx.locking(query).getOne();
  if (!location) throw new DomainError('not_found', 'There is no such restaurant.');
  return location;
}
