import { LANGUAGE_TAG, MENU_FORMAT, MENU_LIMITS } from '@comanda/shared';
import type {
  ImportMode,
  Ingredient,
  Item,
  LanguageTag,
  MenuDocument,
  MenuEntityKind,
  ModifierGroup,
  Section,
  Text,
} from '@comanda/shared';
import { OptionDto, VariantDto } from '../office/menu-entity.dto.js';
import { ENTRIES } from './document.dto.js';
import { EntityLists } from './entity-lists.js';
import type { EntityList } from './entity-lists.js';
import { EntityReader } from './entity-reader.js';
import type { Outside } from './entity-reader.js';
import type { Plain } from './entity-faults.js';
import type { Conversion } from './from-foreign.js';
import { ImportFindings } from './import-findings.js';
import { ownersIn } from './owners.js';
import { refuseFrame } from './refuse-frame.js';

/** What an upload is held against. */
export interface Standing {
  readonly before: MenuDocument;
  readonly mode: ImportMode;
  readonly outside: Outside;
}

/**
 * Reads a document of our own format whoever wrote it. What is wrong is told, and what the menu has in its place stays,
 * so that the good rest can be taken. Throws `invalid_request` without a currency, languages or lists.
 */
export function checkDocument(upload: Plain, standing: Standing): Conversion {
  const frame = refuseFrame(upload);
  return new DocumentReading(standing, frame.defaultLanguage).read(upload, frame.currency);
}

class DocumentReading {
  readonly #findings = new ImportFindings();
  readonly #lists: EntityLists;

  constructor(
    private readonly standing: Standing,
    private readonly language: LanguageTag,
  ) {
    const reader = new EntityReader(this.#findings, standing.outside, language);
    const owners = ownersIn(standing.mode === 'merge' ? standing.before : undefined);
    this.#lists = new EntityLists(reader, this.#findings, owners);
  }

  read(upload: Plain, currency: string): Conversion {
    const { before } = this.standing;
    const document: MenuDocument = {
      format: MENU_FORMAT,
      currency,
      defaultLanguage: this.language,
      languages: this.#languages(upload['languages']),
      sections: this.#entities<Section<Text>>('section', upload['sections'], before.sections),
      items: this.#entities<Item<Text>>('item', upload['items'], before.items, this.#withVariants),
      modifierGroups: this.#entities<ModifierGroup<Text>>(
        'modifier-group',
        upload['modifierGroups'],
        before.modifierGroups,
        this.#withOptions,
      ),
      ...(Array.isArray(upload['ingredients']) && {
        ingredients: this.#entities<Ingredient<Text>>('ingredient', upload['ingredients'], before.ingredients ?? []),
      }),
    };
    return { document, findings: this.#findings.all() };
  }

  /** The classes by which entries are checked implement the types of the document. */
  #entities<Entity>(
    kind: keyof typeof ENTRIES,
    raws: unknown,
    olds: EntityList['olds'],
    parts?: EntityList['parts'],
  ): Entity[] {
    const list = { type: ENTRIES[kind], kind, raws: listOf(raws), olds, place: kind, ...(parts && { parts }) };
    return this.#lists.read(list) as unknown as Entity[];
  }

  readonly #withVariants = (raw: Plain, old: Plain | undefined, id: string): Plain =>
    this.#parts({ kind: 'variant', type: VariantDto, field: 'variants' }, raw, old, id);

  readonly #withOptions = (raw: Plain, old: Plain | undefined, id: string): Plain =>
    this.#parts({ kind: 'option', type: OptionDto, field: 'options' }, raw, old, id);

  #parts(
    { kind, type, field }: { kind: MenuEntityKind; type: EntityList['type']; field: string },
    raw: Plain,
    old: Plain | undefined,
    id: string,
  ): Plain {
    const raws = raw[field];
    if (!Array.isArray(raws)) return {};
    const olds = listOf(old?.[field]) as EntityList['olds'];
    return { [field]: this.#lists.read({ type, kind, raws, olds, place: `${id} ${kind}` }, id) };
  }

  /** The default language always; of the others those that are languages, as many as a menu may have. */
  #languages(list: unknown): LanguageTag[] {
    const all = [...new Set(listOf(list))];
    const tags = all.filter((tag): tag is string => typeof tag === 'string' && LANGUAGE_TAG.test(tag));
    const languages = tags.includes(this.language) ? tags : [this.language, ...tags];
    const taken = languages.slice(0, MENU_LIMITS.languages);
    if (tags.length < all.length || taken.length < languages.length) {
      const detail = 'Some of its languages are no language tags such as "en", or too many. They were left out.';
      this.#findings.error('invalid_value', { kind: 'menu', id: 'menu' }, detail);
    }
    return taken;
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
