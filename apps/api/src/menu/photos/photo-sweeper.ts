import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock, Rounds } from '../../platform/clock/index.js';
import { Database, Transactions } from '../../platform/database/index.js';
import { PhotoCutEntity } from './photo-cut.entity.js';
import { PhotoUseEntity } from './photo-use.entity.js';
import { PhotoEntity } from './photo.entity.js';

/** So long a photo that has left the menu comes back with an undo. */
const KEPT_MS = 90 * 86_400_000;
/** So long an upload may be on its way into a menu. */
const UNUSED_MS = 86_400_000;
const EVERY_MS = 3_600_000;
const AT_ONCE = 50;

/** Deletes photos that no menu shows, and none has shown for ninety days. */
@Injectable()
export class PhotoSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #rounds = new Rounds({
    name: 'photos',
    everyMs: EVERY_MS,
    missed: 'Photos that nobody uses were not deleted; the next try is in an hour.',
  });

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.begin(() => this.sweep());
  }

  onApplicationShutdown(): void {
    this.#rounds.end();
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run((tx) => tx.manager.delete(PhotoUseEntity, { leftAt: LessThan(now - KEPT_MS) }));
    const before = now - UNUSED_MS;
    for (let last = ''; ;) {
      const old = await this.#oldAfter(last, before);
      for (const { id } of old) await this.#deleteUnused(id, before);
      if (old.length < AT_ONCE) return;
      last = old.at(-1)?.id ?? '';
    }
  }

  async #oldAfter(last: string, before: number): Promise<PhotoEntity[]> {
    const photos = this.database.reader.createQueryBuilder(PhotoEntity, 'photo');
    const unused = photos
      .subQuery()
      .select('1')
      .from(PhotoUseEntity, 'photoUse')
      .where('photoUse.photoId = photo.id')
      .getQuery();
    return photos
      .where('photo.id > :last AND photo.usedAt < :before', { last, before })
      .andWhere(`NOT EXISTS ${unused}`)
      .orderBy('photo.id')
      .take(AT_ONCE)
      .getMany();
  }

  /** A menu that takes it at this moment has touched it, so that it is not as old any more. */
  async #deleteUnused(id: string, before: number): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.manager.delete(PhotoEntity, { id, usedAt: LessThan(before) });
      if (affected) await tx.manager.delete(PhotoCutEntity, { photoId: In([id]) });
    });
  }
}
