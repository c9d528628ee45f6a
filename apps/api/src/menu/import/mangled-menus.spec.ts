import { validateMenu } from '@comanda/shared';
import type { MenuDocument } from '@comanda/shared';
import fc from 'fast-check';
import { demoMenu } from '../../demo/demo-menu.js';
import { DomainError } from '../../platform/http/index.js';
import { applyCsv } from '../csv/apply-csv.js';
import { readCsv } from '../csv/read-csv.js';
import { toCsv } from '../csv/write-csv.js';
import { checkDocument } from './check-document.js';
import { countChanges } from './count-changes.js';
import { isForeignMenu } from './foreign-menu.js';
import { fromForeign } from './from-foreign.js';
import { keepSound } from './keep-sound.js';
import { mergeMenu } from './merge-menu.js';
import { withOwnSettings } from './own-settings.js';

const OUTSIDE = { stationIds: new Set(['grill']), taxClasses: new Set(['standard']), lostPhotos: new Set<string>() };
const FOREIGN = {
  lang: 'en',
  currency: 'EUR',
  categories: [
    {
      id: 'c',
      name: 'Soups',
      availability: [{ day: 'monday', from: '11:00', to: '14:00' }],
      items: [
        { id: 'i', name: 'Soup', allergens: ['Sellerie'], variants: [{ id: 'v', price: 650, group_ids: ['g'] }] },
      ],
    },
  ],
  groups: { g: { id: 'g', name: 'Bread', min: 0, options: [{ id: 'o', name: 'Roll', price: 50, item_id: 'i' }] } },
};

/** Everything that is done with an import; what comes of it must be a menu that can be written and read again. */
function take(upload: Record<string, unknown>): void {
  const before = demoMenu();
  for (const mode of ['merge', 'replace'] as const) {
    const { document } = checkDocument(upload, { before, mode, outside: OUTSIDE });
    const incoming = withOwnSettings(document, before);
    const { document: after } = keepSound(before, mode === 'merge' ? mergeMenu(before, incoming) : incoming);
    validateMenu(after);
    countChanges(before, after);
    expect(applyCsv(after, readCsv(toCsv(after)), OUTSIDE).document).toEqual(after);
    expectFaultless(after);
  }
}

/** What was taken is taken the same a second time. */
function expectFaultless(menu: MenuDocument): void {
  const again = checkDocument({ ...menu }, { before: menu, mode: 'replace', outside: OUTSIDE });
  expect(again.document).toEqual(menu);
}

function neverCrashes(root: object, takes: (menu: Record<string, unknown>) => void): void {
  const changes = fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { maxLength: 6 });
  fc.assert(
    fc.property(changes, (list) => {
      const menu = structuredClone(root) as Record<string, unknown>;
      for (const [at, value] of list) mangle(menu, at, value);
      try {
        takes(menu);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }),
    { numRuns: 30 },
  );
}

/** Puts a value into one of all places of a document. */
function mangle(root: unknown, at: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const waiting: unknown[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, member] of Object.entries(next)) {
      places.push([next as Record<string, unknown>, key]);
      waiting.push(member);
    }
  }
  const [holder, key] = places[at % places.length] ?? [];
  // A copy: while it shrinks the generator uses its values again, and they would grow into a circle without an end.
  if (holder && key !== undefined) Object.assign(holder, { [key]: structuredClone(value) });
}

describe('an import', () => {
  it('never crashes however a document of our own is mangled', () => neverCrashes(demoMenu(), take), 60_000);

  it('never crashes however a foreign menu is mangled', () => {
    const takeForeign = (menu: Record<string, unknown>): void => {
      if (isForeignMenu(menu)) take({ ...fromForeign(menu, 'en').document });
    };
    neverCrashes(FOREIGN, takeForeign);
  }, 60_000);
});
