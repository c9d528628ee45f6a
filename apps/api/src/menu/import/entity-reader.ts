import { LANGUAGE_TAG, LIMITS, plainName, STANDARD_TAX_CLASS } from '@comanda/shared';
import type { MenuEntityKind, MenuEntityRef } from '@comanda/shared';
import { withoutNulls } from '../office/without-nulls.js';
import { faultsOf } from './entity-faults.js';
import type { Class, FieldFault, Plain } from './entity-faults.js';
import type { ImportFindings } from './import-findings.js';
import { addressOfPhoto } from './photo-addresses.js';

/** One entry of an upload, and what the menu has under its id. */
export interface Entry {
  readonly type: Class;
  readonly ref: MenuEntityRef;
  readonly raw: Plain;
  readonly old: Plain | undefined;
}

/** What an entry may point to beside the menu; where nothing is listed, anything goes. */
export interface Outside {
  readonly stationIds: ReadonlySet<string>;
  readonly taxClasses: ReadonlySet<string>;
  /** Addresses of photos that should be here and are not. */
  readonly lostPhotos: ReadonlySet<string>;
}

const TEXTS = { name: LIMITS.nameLength, description: LIMITS.descriptionLength } as const;
const STAYS = 'What the menu has stays.';
const LEFT_OUT = 'It was left out.';
const PASSED_OVER = 'It was passed over.';

/**
 * Reads what somebody has written as one entity of a menu. For a field that is wrong the menu's own stays; an entity
 * that lacks what it needs gives way to the one on the menu, or is passed over.
 */
export class EntityReader {
  constructor(
    private readonly findings: ImportFindings,
    private readonly outside: Outside,
    private readonly language: string,
  ) {}

  read({ type, ref, raw, old }: Entry): Plain | undefined {
    const cleaned = this.#withCleanTexts(withoutNulls(raw), ref);
    const plain = this.#withKnownReferences(cleaned, ref, old);
    const faults = faultsOf(type, plain);
    if (faults.length === 0) return plain;
    const wrong = new Set(faults.map(({ field }) => field));
    const sound = Object.fromEntries(Object.entries(plain).filter(([field]) => !wrong.has(field)));
    const [missing] = faultsOf(type, sound);
    if (missing) return this.#passOver(faults, missing, { ref, old });
    for (const fault of faults) this.#leaveOut(fault, ref, old);
    const kept = Object.entries(old ?? {}).filter(([field]) => wrong.has(field));
    // Hours that nobody can read must not become "always".
    const closed = wrong.has('availability') && !old ? { availability: [] } : {};
    return { ...sound, ...closed, ...Object.fromEntries(kept) };
  }

  refOf(kind: MenuEntityKind, raw: Plain, id: string): MenuEntityRef {
    const name = plainName(raw['name'], this.language)?.slice(0, LIMITS.nameLength).toWellFormed();
    return { kind, id, ...(name === undefined ? {} : { name }) };
  }

  #passOver(
    faults: readonly FieldFault[],
    missing: FieldFault,
    { ref, old }: Pick<Entry, 'ref' | 'old'>,
  ): Plain | undefined {
    const { field, code, detail } = faults.find((fault) => fault.field === missing.field) ?? missing;
    const specific = code === 'negative_price' ? code : 'skipped_entity';
    const reason = field === 'variants' ? 'It has no size that can be taken.' : detail;
    this.findings.error(specific, ref, `${reason} ${old ? 'The one on the menu stays as it is.' : PASSED_OVER}`);
    return old;
  }

  #leaveOut({ field, code, detail, unknown }: FieldFault, ref: MenuEntityRef, old: Plain | undefined): void {
    if (unknown) this.findings.warning(code, ref, `${detail} ${LEFT_OUT}`);
    else this.findings.error(code, ref, `${detail} ${old && field in old ? STAYS : LEFT_OUT}`);
  }

  #withKnownReferences(plain: Plain, ref: MenuEntityRef, old: Plain | undefined): Plain {
    const { stationId, taxClass, photo } = plain;
    const { stationIds, taxClasses, lostPhotos } = this.outside;
    const changes = {
      ...(isOutside(stationId, stationIds) && this.#otherStation(stationId, ref, old)),
      ...(isOutside(taxClass, taxClasses) && this.#otherTaxClass(taxClass, ref, old)),
      ...(lostPhotos.has(addressOfPhoto(photo) ?? '') && this.#otherPhoto(ref, old)),
    };
    return withoutNulls({ ...plain, ...changes });
  }

  #otherStation(id: string, ref: MenuEntityRef, old: Plain = {}): Plain {
    const instead = old['stationId'];
    const detail = noSuch('station', id, this.outside.stationIds);
    this.findings.error('unknown_reference', ref, `${detail} ${instead === undefined ? LEFT_OUT : STAYS}`);
    return { stationId: instead };
  }

  #otherPhoto(ref: MenuEntityRef, { photo }: Plain = {}): Plain {
    const detail = `Its photo is not kept here. ${photo === undefined ? LEFT_OUT : STAYS}`;
    this.findings.warning('unknown_reference', ref, `${detail} Upload it in the office.`);
    return { photo };
  }

  /** A tax class without a rule is charged as the standard one, so a new dish keeps it until there is a rule. */
  #otherTaxClass(id: string, ref: MenuEntityRef, old: Plain | undefined): Plain {
    const detail = noSuch('tax class', id, this.outside.taxClasses);
    this.findings.error('unknown_reference', ref, `${detail} ${old ? STAYS : 'The standard one holds in its place.'}`);
    return { taxClass: old ? old['taxClass'] : id };
  }

  /** Texts lose the languages that are none and what is too long, rather than the dish its name. */
  #withCleanTexts(plain: Plain, ref: MenuEntityRef): Plain {
    const cleaned = Object.entries(TEXTS).flatMap(([field, most]): [string, unknown][] => {
      const text = plain[field];
      if (typeof text !== 'object' || text === null || Array.isArray(text)) return [];
      const clean = this.#cleanText(text as Plain, most, ref);
      return [[field, field === 'description' && Object.keys(clean).length === 0 ? undefined : clean]];
    });
    return withoutNulls({ ...plain, ...Object.fromEntries(cleaned) });
  }

  #cleanText(text: Plain, most: number, ref: MenuEntityRef): Plain {
    const entries = Object.entries(text).flatMap(([language, words]): [string, string][] => {
      if (words === '') return [];
      if (!LANGUAGE_TAG.test(language) || typeof words !== 'string' || words.trim() === '') {
        this.findings.warning('missing_text', ref, `Its text in "${language.slice(0, 20)}" is none. ${LEFT_OUT}`);
        return [];
      }
      if (words.length > most) {
        this.findings.warning('invalid_value', ref, `Its text in "${language}" was cut to ${String(most)} characters.`);
      }
      return [[language, words.slice(0, most).toWellFormed()]];
    });
    return Object.fromEntries(entries);
  }
}

function isOutside(id: unknown, known: ReadonlySet<string>): id is string {
  return typeof id === 'string' && known.size > 0 && !known.has(id) && id !== STANDARD_TAX_CLASS;
}

function noSuch(word: string, id: string, known: ReadonlySet<string>): string {
  const choice = known.size <= 20 ? ` There are: ${[...known].join(', ')}.` : '';
  return `There is no ${word} "${id.slice(0, LIMITS.idLength).toWellFormed()}".${choice}`;
}
