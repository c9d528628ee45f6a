import type { Allergen } from '@comanda/shared';
import { knownAllergens } from '../../ui/allergens/chosen-allergens';
import type { DishDraft } from '../../ui/choices/item-draft';

export interface DraftLine {
  readonly id: string;
  readonly name: string;
  readonly dish: DishDraft;
}

/** An order that is being taken, and the key under which it is sent once. */
export interface OrderDraft {
  readonly lines: readonly DraftLine[];
  readonly guestName: string;
  readonly phone: string;
  /** What somebody is allergic to who eats of it. */
  readonly allergies: readonly Allergen[];
  readonly key: string;
  /** When it was begun, and by whom: phones are passed on. */
  readonly begunAt: number;
  readonly by: string;
}

export type Drafts = ReadonlyMap<string, OrderDraft>;

export const NO_DRAFT: OrderDraft = { lines: [], guestName: '', phone: '', allergies: [], key: '', begunAt: 0, by: '' };

/** No meal lasts longer: what was begun before is of guests who have gone. */
const OLDEST_MS = 12 * 3_600_000;

/** Somebody's allergies hold for everything that is noted for them: the line that was noted last says what they are. */
export function withSameAllergies(lines: readonly DraftLine[], { dish: { guestName, allergies } }: DraftLine) {
  if (guestName === undefined) return lines;
  return lines.map((line) => {
    if (line.dish.guestName !== guestName) return line;
    const { allergies: _before, ...dish } = line.dish;
    return { ...line, dish: allergies === undefined ? dish : { ...dish, allergies } };
  });
}

/** For whom dishes are noted, each once, with what they are allergic to. */
export function guestsIn(lines: readonly DraftLine[]): ReadonlyMap<string, readonly Allergen[]> {
  return new Map(
    lines.flatMap(({ dish: { guestName, allergies = [] } }) =>
      guestName === undefined ? [] : [[guestName, allergies] as const],
    ),
  );
}

/** What was kept on the device; what is too old, or no draft of this version, is left out. */
export function knownDrafts(stored: unknown, nowMs: number): Drafts {
  if (!isRecord(stored)) return new Map();
  return new Map(
    Object.entries(stored).flatMap(([place, kept]) => {
      const draft = toDraft(kept);
      return draft === null || nowMs - draft.begunAt > OLDEST_MS ? [] : [[place, draft] as const];
    }),
  );
}

function toDraft(kept: unknown): OrderDraft | null {
  if (!isRecord(kept)) return null;
  const { lines, guestName, phone, allergies, key, begunAt, by } = kept;
  const isWhole =
    Array.isArray(lines) &&
    lines.every(isLine) &&
    [guestName, phone, key, by].every((each) => typeof each === 'string') &&
    typeof begunAt === 'number';
  return isWhole ? ({ ...kept, allergies: knownAllergens(allergies) } as unknown as OrderDraft) : null;
}

function isLine(line: unknown): line is DraftLine {
  if (!isRecord(line) || !isRecord(line['dish'])) return false;
  const { itemId, quantity } = line['dish'];
  return typeof line['id'] === 'string' && typeof itemId === 'string' && typeof quantity === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
