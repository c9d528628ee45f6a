import { Injectable } from '@nestjs/common';
import { MENU_FORMAT, validateMenu } from '@comanda/shared';
import type { ImportMode, ImportReport, MenuDocument } from '@comanda/shared';
import { DomainError } from '../platform/http/index.js';
import { countChanges } from './import/count-changes.js';
import { isForeignMenu } from './import/foreign-menu.js';
import { fromForeign } from './import/from-foreign.js';
import type { Conversion } from './import/from-foreign.js';
import { mergeMenu } from './import/merge-menu.js';
import { MenuEditing } from './menu-editing.js';
import { MenuStore } from './menu-store.js';

export interface ImportRequest {
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  /** Language of a foreign menu that does not name its own. */
  readonly language?: string;
  readonly by: string;
}

/** Reads whole menus from other systems or from our own export. */
@Injectable()
export class MenuImport {
  constructor(
    private readonly menus: MenuStore,
    private readonly editing: MenuEditing,
  ) {}

  /** Imports the upload and reports what changed and what to look at; an unchanged menu publishes nothing. */
  async import(locationId: string, upload: unknown, request: ImportRequest): Promise<ImportReport> {
    const current = await this.menus.current(locationId);
    const { document, findings } = read(upload, request.language ?? current.document.defaultLanguage);
    const change = (before: MenuDocument): MenuDocument => {
      refuseOtherCurrency(before, document);
      return request.mode === 'replace' ? document : mergeMenu(before, document);
    };
    const edited = request.dryRun
      ? { number: current.number, changed: false, before: current.document, after: change(current.document) }
      : await this.editing.edit(locationId, { change, cause: 'import', summary: summaryOf(document), by: request.by });
    return {
      revision: edited.number,
      changed: edited.changed,
      dryRun: request.dryRun,
      counts: countChanges(edited.before, edited.after),
      findings: [...findings, ...validateMenu(edited.after)],
    };
  }
}

function read(upload: unknown, language: string): Conversion {
  if (isForeignMenu(upload)) return fromForeign(upload, upload.lang ?? language);
  if (isMenuDocument(upload)) return { document: upload, findings: [] };
  throw new DomainError('invalid_request', 'This is no menu that we can read.', [
    { pointer: '/format', code: 'unknown_format', detail: `Send a document with format "${MENU_FORMAT}".` },
  ]);
}

function isMenuDocument(upload: unknown): upload is MenuDocument {
  return (
    typeof upload === 'object' &&
    upload !== null &&
    'format' in upload &&
    upload.format === MENU_FORMAT &&
    (['sections', 'items', 'modifierGroups', 'languages'] as const).every((list) =>
      Array.isArray((upload as Partial<MenuDocument>)[list]),
    )
  );
}

/** 590 yen are not 5.90 euros: orders are charged in the currency of the location. */
function refuseOtherCurrency(before: MenuDocument, incoming: MenuDocument): void {
  if (before.currency === incoming.currency) return;
  throw new DomainError(
    'invalid_request',
    `The menu is in ${incoming.currency}, the restaurant in ${before.currency}.`,
    [
      {
        pointer: '/currency',
        code: 'other_currency',
        detail: `Send prices in ${before.currency}.`,
        actual: incoming.currency,
      },
    ],
  );
}

function summaryOf({ items }: MenuDocument): string {
  return `Imported ${String(items.length)} items`;
}
