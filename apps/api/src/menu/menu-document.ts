import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { MENU_FORMAT } from '@comanda/shared';
import type { MenuDocument } from '@comanda/shared';
import { canonicalJson, contentHash } from './canonical.js';

const pack = promisify<Buffer, Buffer>(gzip);
const unpack = promisify<Buffer, Buffer>(gunzip);

/** A menu as a revision stores it. */
export interface SealedMenu {
  /** SHA-256 of the canonical document, hex. */
  readonly checksum: string;
  readonly bytes: Buffer;
}

export async function sealMenu(document: MenuDocument): Promise<SealedMenu> {
  return { checksum: contentHash(document), bytes: await pack(Buffer.from(canonicalJson(document))) };
}

export async function openMenu(bytes: Buffer): Promise<MenuDocument> {
  return JSON.parse((await unpack(bytes)).toString()) as MenuDocument;
}

/** What a restaurant has before its first dish. */
export function emptyMenu(currency: string, defaultLanguage: string, languages: readonly string[]): MenuDocument {
  return { format: MENU_FORMAT, currency, defaultLanguage, languages, sections: [], items: [], modifierGroups: [] };
}
