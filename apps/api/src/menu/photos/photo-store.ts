import { Injectable } from '@nestjs/common';
import { PHOTO_CUTS, PHOTO_FORMATS, photoIdIn } from '@comanda/shared';
import type { MenuDocument } from '@comanda/shared';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.js';
import { Database, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { MenuStore } from '../menu-store.js';
import { PhotoCutEntity } from './photo-cut.entity.js';
import { photoId } from './photo-id.js';
import { PhotoUseEntity } from './photo-use.entity.js';
import { PhotoEntity } from './photo.entity.js';

const NAMES = new Set(PHOTO_CUTS.flatMap(({ width }) => PHOTO_FORMATS.map((format) => `${String(width)}.${format}`)));

/** The photos of all menus, kept in the database: every process and every backup has them. */
@Injectable()
export class PhotoStore {
  #lane: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    menus: MenuStore,
  ) {
    menus.onPublish((tx, locationId, document) => this.#noteUses(tx, locationId, document));
  }

  /** Keeps a picture for a menu that is about to show it; one that is kept already is not cut again. */
  async keep(bytes: Buffer): Promise<PhotoEntity> {
    const id = photoId(bytes);
    const known = await this.#touch(id);
    if (known) return known;
    // The decoder is loaded with the first photo: a start should not wait for it.
    const { cutPhoto } = await import('./photo-cutting.js');
    const { ground, cuts } = await this.#inTurn(() => cutPhoto(bytes));
    const photo = { id, ground, usedAt: this.clock.now() };
    await this.transactions.run(async (tx) => {
      tx.upsert(PhotoEntity, [photo], ['id'], ['usedAt']);
      const rows = cuts.map((cut) => ({ photoId: id, ...cut }));
      tx.upsert(PhotoCutEntity, rows, ['photoId', 'name'], ['bytes']);
    });
    return photo;
  }

  async findCut(photoId: string, name: string): Promise<Buffer | null> {
    if (!NAMES.has(name)) return null;
    const row = await this.database.reader.findOneBy(PhotoCutEntity, { photoId, name });
    return row && Buffer.from(row.bytes);
  }

  /** Which of these addresses are of photos that would be ours, and are not here. */
  async lost(urls: readonly string[]): Promise<ReadonlySet<string>> {
    const ours = new Map(urls.flatMap((url) => [[photoIdIn(url), url] as const]).filter(([id]) => id !== null));
    if (ours.size === 0) return new Set();
    const here = await this.database.reader.find(PhotoEntity, {
      select: { id: true },
      where: { id: In([...ours.keys()]) },
    });
    for (const { id } of here) ours.delete(id);
    return new Set(ours.values());
  }

  /** An old menu, as far as its photos are still here. */
  async withoutLost(document: MenuDocument): Promise<MenuDocument> {
    const lost = await this.lost(document.items.flatMap(({ photo }) => photo?.url ?? []));
    if (lost.size === 0) return document;
    const items = document.items.map((item) => {
      const { photo, ...rest } = item;
      return photo && lost.has(photo.url) ? rest : item;
    });
    return { ...document, items };
  }

  async #touch(id: string): Promise<PhotoEntity | null> {
    return this.transactions.run(async (tx) => {
      const usedAt = this.clock.now();
      const { affected } = await tx.manager.update(PhotoEntity, { id }, { usedAt });
      return affected ? tx.manager.findOneBy(PhotoEntity, { id }) : null;
    });
  }

  /** One picture at a time: each needs a core and its pixels in memory. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#lane.then(task);
    this.#lane = turn.catch(() => undefined);
    return turn;
  }

  async #noteUses(tx: Tx, locationId: string, document: MenuDocument): Promise<void> {
    const shown = new Set(document.items.flatMap(({ photo }) => (photo && photoIdIn(photo.url)) ?? []));
    const uses = await tx.manager.findBy(PhotoUseEntity, { locationId });
    const known = new Map(uses.map((use) => [use.photoId, use.leftAt]));
    const now = this.clock.now();
    const fresh = [...shown].filter((photoId) => known.get(photoId) !== null);
    const left = uses.filter(({ photoId, leftAt }) => leftAt === null && !shown.has(photoId));
    if (fresh.length > 0) await tx.manager.update(PhotoEntity, { id: In(fresh) }, { usedAt: now });
    const rows = [
      ...fresh.map((photoId) => ({ locationId, photoId, leftAt: null })),
      ...left.map(({ photoId }) => ({ locationId, photoId, leftAt: now })),
    ];
    tx.upsert(PhotoUseEntity, rows, ['locationId', 'photoId'], ['leftAt']);
  }
}
