import { Injectable } from '@nestjs/common';
import type { MenuDocument, RevisionCause } from '@comanda/shared';
import { Transactions } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import { contentHash } from './canonical.js';
import { MenuStore, RevisionConflict } from './menu-store.js';
import type { CurrentMenu } from './menu-store.js';
import { PhotoStore } from './photos/photo-store.js';

export interface Edit {
  /** Pure; may throw a DomainError. It runs again when somebody else published in between. */
  readonly change: (document: MenuDocument, current: CurrentMenu) => MenuDocument;
  readonly cause: RevisionCause;
  /** What happened, for people. */
  readonly summary: string | ((before: MenuDocument, after: MenuDocument) => string);
  readonly by: string;
  readonly restoredFrom?: number;
  /** More of the same story, in the same transaction, before the revision is written. */
  readonly alongside?: (tx: Tx, document: MenuDocument) => Promise<void>;
}

export interface Edited {
  readonly number: number;
  readonly changed: boolean;
  readonly before: MenuDocument;
  readonly after: MenuDocument;
}

const ATTEMPTS = 8;

/** Every change of a menu: a pure function from document to document, published as the next revision. */
@Injectable()
export class MenuEditing {
  constructor(
    private readonly transactions: Transactions,
    private readonly menus: MenuStore,
    private readonly photos: PhotoStore,
  ) {}

  /** Publishes the changed menu; a change that changes nothing publishes nothing. */
  async edit(locationId: string, edit: Edit): Promise<Edited> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return await this.transactions.run((tx) => this.#once(tx, locationId, edit));
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new DomainError('service_unavailable', 'Too many people change the menu at once. Try again.');
  }

  /** Publishes an older revision's document as a new one, without the photos that are long gone. */
  async restore(locationId: string, number: number, by: string): Promise<Edited> {
    const document = await this.photos.withoutLost(await this.menus.revision(locationId, number));
    return this.edit(locationId, {
      change: () => document,
      cause: 'restore',
      summary: `Restored revision ${String(number)}`,
      by,
      restoredFrom: number,
    });
  }

  async #once(tx: Tx, locationId: string, edit: Edit): Promise<Edited> {
    const current = await this.menus.current(locationId, tx.manager);
    const before = current.document;
    const after = edit.change(before, current);
    if (contentHash(after) === current.checksum) return { number: current.number, changed: false, before, after };
    await edit.alongside?.(tx, after);
    const number = await this.menus.publish(tx, locationId, after, {
      expected: current.number,
      cause: edit.cause,
      summary: typeof edit.summary === 'string' ? edit.summary : edit.summary(before, after),
      by: edit.by,
      ...(edit.restoredFrom === undefined ? {} : { restoredFrom: edit.restoredFrom }),
    });
    return { number, changed: true, before, after };
  }
}
