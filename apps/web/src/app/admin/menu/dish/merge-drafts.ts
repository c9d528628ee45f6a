import { textIn, type Text } from '@comanda/shared';
import type { DishDraft, DishTerms } from './dish-draft';
import { FIELD_NAMES } from './dish-texts';
import { same } from './same';

/** A field that two people changed differently. */
export interface DraftConflict {
  readonly field: keyof DishDraft;
  readonly label: string;
  /** What the other one made of it, in words; null when it takes more than a line to say. */
  readonly theirs: string | null;
}

export interface MergedDrafts {
  /** Theirs where only they changed something, mine where only I did, and mine where both did. */
  readonly draft: DishDraft;
  readonly conflicts: readonly DraftConflict[];
}

const FIELDS = Object.keys(FIELD_NAMES) as readonly (keyof DishDraft)[];

/** Joins what two people made of one draft, so that only what both changed needs a person's word. */
export function mergeDrafts(start: DishDraft, mine: DishDraft, theirs: DishDraft, terms: DishTerms): MergedDrafts {
  const touched = FIELDS.filter((field) => !same(mine[field], start[field]));
  const kept = Object.fromEntries(touched.map((field) => [field, mine[field]]));
  const disputed = touched.filter((field) => !same(theirs[field], start[field]) && !same(theirs[field], mine[field]));
  return {
    draft: { ...theirs, ...kept },
    conflicts: disputed.map((field) => ({
      field,
      label: FIELD_NAMES[field],
      theirs: wordsOf(field, theirs, terms),
    })),
  };
}

const TYPED = ['prep', 'maxPerOrder', 'leadMinutes', 'cutoffMinute', 'energyKcal'] as const;

function wordsOf(field: keyof DishDraft, draft: DishDraft, terms: DishTerms): string | null {
  const typed = TYPED.find((each) => each === field);
  if (typed) return draft[typed] || 'empty';
  switch (field) {
    case 'name':
      return say(draft.name, terms);
    case 'sizes':
      return draft.sizes.map(({ name, price }) => `${say(name, terms)} ${price}`.trim()).join(', ');
    case 'allergens':
    case 'additives':
    case 'dietTags':
      return draft[field]?.join(', ') ?? 'not declared';
    default:
      return null;
  }
}

function say(text: Text, { defaultLanguage }: DishTerms): string {
  return textIn(text, defaultLanguage, defaultLanguage);
}
