import { LIMITS } from '@comanda/shared';
import type { MenuEntityKind } from '@comanda/shared';
import { isPlain } from './entity-faults.js';
import type { Class, Plain } from './entity-faults.js';
import type { EntityReader } from './entity-reader.js';
import type { ImportFindings } from './import-findings.js';

interface Entity {
  readonly id: string;
}

/** A list of an upload with what the menu has in its place. */
export interface EntityList {
  readonly type: Class;
  readonly kind: MenuEntityKind;
  readonly raws: readonly unknown[];
  readonly olds: readonly Entity[];
  /** Where the list stands, for entries that have no id of their own. */
  readonly place: string;
  /** What cannot be told of the entry alone: the parts that are entities too. */
  readonly parts?: (raw: Plain, old: Plain | undefined, place: string) => Plain;
}

/** Beyond these, sizes and options counted, a menu is no menu, and reading it would hold up everybody else. */
const MOST_ENTRIES = 30_000;

/** Reads lists of entities: each id once, and each entry in its place. */
export class EntityLists {
  readonly #taken = new Map<MenuEntityKind, Set<string>>();
  #left = MOST_ENTRIES;

  constructor(
    private readonly reader: EntityReader,
    private readonly findings: ImportFindings,
    /** By kind and id, whose part it is on the menu; undefined for what is free to be taken. */
    private readonly ownerOf: (kind: MenuEntityKind, id: string) => string | undefined,
  ) {}

  /** The entries that can be taken. What the menu has stays where an entry does not tell which one it is. */
  read(list: EntityList, owner?: string): Plain[] {
    const { kind, olds, place } = list;
    const raws = this.#first(list.raws, kind, place);
    const byId = new Map(olds.map((old) => [old.id, old]));
    const read = raws.map((raw, index) => this.#entry(list, raw, `${place} ${String(index + 1)}`, byId, owner));
    const entries = read.filter(isPlain);
    if (!read.includes(NAMELESS) && raws.length === list.raws.length) return entries;
    const present = new Set(entries.map(({ id }) => id));
    return [...entries, ...olds.filter(({ id }) => !present.has(id)).map((old): Plain => ({ ...old }))];
  }

  #first(raws: readonly unknown[], kind: MenuEntityKind, place: string): readonly unknown[] {
    const read = raws.slice(0, this.#left);
    this.#left -= read.length;
    if (read.length < raws.length) {
      const detail = `It is too large: ${String(raws.length - read.length)} entries of this list were not read.`;
      this.findings.error('skipped_entity', { kind, id: place.slice(0, LIMITS.idLength) }, detail);
    }
    return read;
  }

  #entry(
    { type, kind, parts }: EntityList,
    raw: unknown,
    place: string,
    olds: ReadonlyMap<string, Entity>,
    owner: string | undefined,
  ): Plain | typeof NAMELESS | undefined {
    const id = isPlain(raw) ? raw['id'] : undefined;
    if (!isPlain(raw) || !isId(id)) {
      const detail = 'It has no id that can be read. It was passed over.';
      this.findings.error('skipped_entity', this.reader.refOf(kind, isPlain(raw) ? raw : {}, place), detail);
      return NAMELESS;
    }
    const ref = this.reader.refOf(kind, raw, id);
    if (!this.#take(kind, id, owner)) {
      const detail = 'Something else of the menu has this id. It was passed over. Give each its own.';
      this.findings.error('duplicate_id', ref, detail);
      return undefined;
    }
    const old: Plain | undefined = olds.has(id) ? { ...olds.get(id) } : undefined;
    return this.reader.read({ type, ref, old, raw: { ...raw, ...parts?.(raw, old, id) } });
  }

  #take(kind: MenuEntityKind, id: string, owner: string | undefined): boolean {
    const taken = this.#taken.get(kind) ?? new Set();
    this.#taken.set(kind, taken);
    const other = this.ownerOf(kind, id);
    if (taken.has(id) || (other !== undefined && other !== owner)) return false;
    taken.add(id);
    return true;
  }
}

const NAMELESS = Symbol('an entry without an id');

/** Blanks at its ends and signs that cannot be seen would not survive a spreadsheet. */
function isId(value: unknown): value is string {
  if (typeof value !== 'string' || value === '' || value.length > LIMITS.idLength) return false;
  return value === value.trim() && !/\p{C}/u.test(value);
}
