import { Injectable } from '@nestjs/common';
import { withRecipeAllergens } from '@comanda/shared';
import type { MenuDocument, MenuIndex, MenuRevisionView, RevisionCause, Text } from '@comanda/shared';
import { indexMenu } from '@comanda/shared/pricing';
import type { EntityManager } from 'typeorm';
import { LocationDirectory } from '../locations/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, databaseFault } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import { DomainError } from '../platform/http/index.js';
import { contentHash } from './canonical.js';
import { emptyMenu, openMenu, sealMenu } from './menu-document.js';
import { MenuHeadEntity } from './menu-head.entity.js';
import { MenuRevisionEntity } from './menu-revision.entity.js';

export interface CurrentMenu {
  /** 0 before the first revision. */
  readonly number: number;
  readonly checksum: string;
  readonly document: MenuDocument;
  /** The document by ids, with the allergens of its recipes written on the dishes. */
  readonly index: MenuIndex<Text>;
}

export interface Publication {
  /** The revision on which the document is built. */
  readonly expected: number;
  readonly cause: RevisionCause;
  readonly summary: string;
  readonly by: string;
  readonly restoredFrom?: number;
}

/** Takes part in the transaction that publishes a menu. */
export type PublishListener = (tx: Tx, locationId: string, document: MenuDocument) => Promise<void>;

/** Another edit was published first; {@link MenuEditing} runs again on top of it. */
export class RevisionConflict extends Error {}

/** The menus of all locations: immutable revisions, the current one kept parsed. */
@Injectable()
export class MenuStore {
  readonly #parsed = new Map<string, CurrentMenu>();
  readonly #listeners: PublishListener[] = [];

  constructor(
    private readonly database: Database,
    private readonly locations: LocationDirectory,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** `listener` runs inside every publishing transaction, after the new revision is written. */
  onPublish(listener: PublishListener): void {
    this.#listeners.push(listener);
  }

  /** The menu that holds now. In a transaction pass its manager, and ask before publishing in it, not after. */
  async current(locationId: string, manager: EntityManager = this.database.reader): Promise<CurrentMenu> {
    const head = await manager.findOneBy(MenuHeadEntity, { locationId });
    const known = this.#parsed.get(locationId);
    if (head && known?.number === head.revision) return known;
    if (!head || head.revision === 0) return this.#empty(locationId, manager);
    const current = await this.#read(locationId, head.revision, manager);
    this.#parsed.set(locationId, current);
    return current;
  }

  /** The document of one revision; throws `not_found`. */
  async revision(locationId: string, number: number, manager?: EntityManager): Promise<MenuDocument> {
    return (await this.#read(locationId, number, manager ?? this.database.reader)).document;
  }

  /** The newest revisions first. */
  async revisions(locationId: string, limit: number): Promise<MenuRevisionView[]> {
    const rows = await this.database.reader.find(MenuRevisionEntity, {
      select: { number: true, checksum: true, summary: true, cause: true, restoredFrom: true, by: true, at: true },
      where: { locationId },
      order: { number: 'DESC' },
      take: limit,
    });
    return rows.map(toRevisionView);
  }

  /** Makes the document the next revision and returns its number; throws {@link RevisionConflict}. */
  async publish(tx: Tx, locationId: string, document: MenuDocument, publication: Publication): Promise<number> {
    const { expected, cause, summary, by, restoredFrom } = publication;
    const number = expected + 1;
    const { checksum, bytes } = await sealMenu(document);
    await this.#advance(tx, locationId, expected);
    await tx.manager.insert(MenuRevisionEntity, {
      locationId,
      number,
      checksum,
      document: bytes,
      cause,
      restoredFrom: restoredFrom ?? null,
      summary: summary.slice(0, 200),
      by,
      at: this.clock.now(),
    });
    this.events.append(tx, {
      locationId,
      subject: { kind: 'menu', id: locationId },
      seq: number,
      type: 'menu.published',
      actor: by,
      data: { revision: number, checksum, cause, summary, ...(restoredFrom === undefined ? {} : { restoredFrom }) },
    });
    for (const listener of this.#listeners) await listener(tx, locationId, document);
    return number;
  }

  async #advance(tx: Tx, locationId: string, expected: number): Promise<void> {
    const { affected } = await tx.manager.update(
      MenuHeadEntity,
      { locationId, revision: expected },
      { revision: expected + 1 },
    );
    if (affected) return;
    if (expected > 0) throw new RevisionConflict();
    try {
      await tx.manager.insert(MenuHeadEntity, { locationId, revision: 1, availabilityVersion: 0 });
    } catch (error) {
      if (databaseFault(error) === 'duplicate') throw new RevisionConflict();
      throw error;
    }
  }

  async #read(locationId: string, number: number, manager: EntityManager): Promise<CurrentMenu> {
    const row = await manager.findOneBy(MenuRevisionEntity, { locationId, number });
    if (!row) throw new DomainError('not_found', 'There is no such revision of the menu.');
    const document = await openMenu(row.document);
    return { number, checksum: row.checksum, document, index: indexMenu(withRecipeAllergens(document)) };
  }

  async #empty(locationId: string, manager: EntityManager): Promise<CurrentMenu> {
    const { currency, defaultLanguage, languages } = await this.locations.get(locationId, manager);
    const document = emptyMenu(currency, defaultLanguage, languages);
    return { number: 0, checksum: contentHash(document), document, index: indexMenu(document) };
  }
}

function toRevisionView(row: MenuRevisionEntity): MenuRevisionView {
  const { number, checksum, summary, cause, restoredFrom, by, at } = row;
  return {
    number,
    checksum,
    summary,
    cause,
    ...(restoredFrom === null ? {} : { restoredFrom }),
    by,
    at: new Date(at).toISOString(),
  };
}
