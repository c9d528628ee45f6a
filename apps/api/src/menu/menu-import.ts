import { Injectable } from '@nestjs/common';
import { MENU_FORMAT, validateMenu } from '@comanda/shared';
import type { ImportMode, ImportReport, MenuDocument, MenuFinding } from '@comanda/shared';
import { DomainError, Spreadsheet } from '../platform/http/index.js';
import { applyCsv } from './csv/apply-csv.js';
import { readCsv } from './csv/read-csv.js';
import { checkDocument } from './import/check-document.js';
import { countChanges } from './import/count-changes.js';
import type { Outside } from './import/entity-reader.js';
import { isForeignMenu } from './import/foreign-menu.js';
import { fromForeign } from './import/from-foreign.js';
import type { Conversion } from './import/from-foreign.js';
import { keepSound } from './import/keep-sound.js';
import { mergeMenu } from './import/merge-menu.js';
import { photosIn } from './import/photo-addresses.js';
import { withOwnSettings } from './import/own-settings.js';
import { MenuEditing } from './menu-editing.js';
import { MenuStore } from './menu-store.js';
import { SurroundingsReader } from './office/surroundings.js';

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
    private readonly surroundings: SurroundingsReader,
  ) {}

  /**
   * Imports the upload, a document or the text of a spreadsheet, and reports what changed and what to look at; an
   * unchanged menu publishes nothing.
   */
  async import(locationId: string, upload: unknown, request: ImportRequest): Promise<ImportReport> {
    const current = await this.menus.current(locationId);
    const read = await this.#reading(locationId, upload, request, current.document.defaultLanguage);
    let findings: readonly MenuFinding[] = [];
    const change = (before: MenuDocument): MenuDocument => {
      const conversion = read.change(before);
      findings = conversion.findings;
      return conversion.document;
    };
    const edited = request.dryRun
      ? { number: current.number, changed: false, before: current.document, after: change(current.document) }
      : await this.editing.edit(locationId, { change, cause: 'import', summary: read.summary, by: request.by });
    return {
      revision: edited.number,
      changed: edited.changed,
      dryRun: request.dryRun,
      counts: countChanges(edited.before, edited.after),
      findings: [...findings, ...untold(validateMenu(edited.after), findings)],
    };
  }

  async #reading(locationId: string, upload: unknown, request: ImportRequest, language: string): Promise<Reading> {
    if (upload instanceof Spreadsheet) refuseReplacing(request.mode);
    const sent = upload instanceof Spreadsheet ? upload : read(upload, request.language ?? language);
    const { stationIds, taxClasses, lostPhotos } = await this.surroundings.of(
      locationId,
      sent instanceof Spreadsheet ? [] : photosIn(sent.document),
    );
    const outside = { stationIds: new Set(stationIds), taxClasses: new Set(taxClasses), lostPhotos };
    if (sent instanceof Spreadsheet) return readingOfCsv(sent.text, outside);
    return readingOfDocument(sent, request.mode, outside);
  }
}

/** Hours that could not be read leave an entry without any, which the menu's own checks see too. */
function untold(found: readonly MenuFinding[], told: readonly MenuFinding[]): MenuFinding[] {
  const keyOf = ({ code, entity: { kind, id } }: MenuFinding): string => `${code} ${kind} ${id}`;
  const known = new Set(told.filter(({ code }) => code === 'invalid_availability').map(keyOf));
  return found.filter((finding) => !known.has(keyOf(finding)));
}

/** What an upload makes of a menu. */
interface Reading {
  readonly change: (before: MenuDocument) => Conversion;
  readonly summary: string;
}

/** A document as it was sent, or as it was made of another system's. */
interface Upload {
  readonly document: Readonly<Record<string, unknown>>;
  readonly findings: readonly MenuFinding[];
  /** Adds what the other system's format cannot say. */
  readonly complete: (document: MenuDocument, before: MenuDocument) => MenuDocument;
}

function readingOfDocument({ document, findings, complete }: Upload, mode: ImportMode, outside: Outside): Reading {
  return {
    change: (before) => {
      const checked = checkDocument(document, { before, mode, outside });
      const incoming = complete(checked.document, before);
      refuseOtherCurrency(before, incoming);
      const kept = keepSound(before, mode === 'replace' ? incoming : mergeMenu(before, incoming));
      return { document: kept.document, findings: [...findings, ...checked.findings, ...kept.findings] };
    },
    summary: `Imported ${String(Array.isArray(document['items']) ? document['items'].length : 0)} items`,
  };
}

function readingOfCsv(text: string, outside: Outside): Reading {
  const table = readCsv(text);
  return {
    change: (before) => applyCsv(before, table, outside),
    summary: `Imported a spreadsheet with ${String(table.rows.length)} rows`,
  };
}

/** A spreadsheet has no groups, hours and photos: put in place of the menu it would lose them. */
function refuseReplacing(mode: ImportMode): void {
  if (mode !== 'replace') return;
  const detail = 'A spreadsheet cannot replace the menu, because it has no groups and hours. Use mode=merge.';
  throw new DomainError('invalid_request', detail, [{ pointer: '#query/mode', code: 'unknown_mode', detail }]);
}

function read(upload: unknown, language: string): Upload {
  if (isForeignMenu(upload)) {
    const { document, findings } = fromForeign(upload, typeof upload.lang === 'string' ? upload.lang : language);
    return { document: { ...document }, findings, complete: withOwnSettings };
  }
  if (isMenuDocument(upload)) return { document: upload, findings: [], complete: (document) => document };
  throw new DomainError('invalid_request', 'This is no menu that we can read.', [
    { pointer: '/format', code: 'unknown_format', detail: `Send a document with format "${MENU_FORMAT}".` },
  ]);
}

function isMenuDocument(upload: unknown): upload is Readonly<Record<string, unknown>> {
  return typeof upload === 'object' && upload !== null && 'format' in upload && upload.format === MENU_FORMAT;
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
