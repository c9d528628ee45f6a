import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AvailabilityView, MenuDocument, SuspensionView } from '@comanda/shared';
import { FeedDouble, logIn, provideOffice, settle } from '../testing/office-double';
import { alsoFalls, isAbout, targetsOf } from './menu-targets';
import { SaleStore } from './sale-store';

const MENU: MenuDocument = {
  format: 'comanda-menu/1',
  currency: 'EUR',
  defaultLanguage: 'en',
  languages: ['en'],
  sections: [{ id: 's', name: { en: 'Sweets' }, itemIds: ['brulee', 'tea'] }],
  items: [
    {
      id: 'brulee',
      name: { en: 'Crème brûlée' },
      variants: [{ id: 'brulee-v', priceMinor: 700 }],
      modifierGroupIds: [],
      taxClass: 'food',
    },
    {
      id: 'tea',
      name: { en: 'Tea' },
      variants: [
        { id: 'tea-s', name: { en: 'Small' }, priceMinor: 300 },
        { id: 'tea-l', name: { en: 'Large' }, priceMinor: 400 },
      ],
      modifierGroupIds: [],
      taxClass: 'drink',
    },
  ],
  modifierGroups: [
    {
      id: 'g',
      name: { en: 'With it' },
      kind: 'choice',
      min: 0,
      freeCount: 0,
      priceRule: 'sum',
      options: [
        { id: 'opt-tea', itemId: 'tea', priceMinor: 200 },
        { id: 'opt-cream', name: { en: 'Cream' }, priceMinor: 50 },
      ],
    },
  ],
};

function offSince(at: string, about: Partial<SuspensionView> = {}): SuspensionView {
  return { targetKind: 'item', targetId: 'brulee', cause: 'manual', since: at, by: 'Mara', ...about };
}

describe('targetsOf', () => {
  it('names dishes, sizes where there are several, and options by their dish', () => {
    expect(targetsOf(MENU).map(({ kind, name, context }) => [kind, name, context])).toEqual([
      ['item', 'Crème brûlée', 'Sweets'],
      ['item', 'Tea', 'Sweets'],
      ['variant', 'Small', 'Tea'],
      ['variant', 'Large', 'Tea'],
      ['option', 'Tea', 'With it'],
      ['option', 'Cream', 'With it'],
    ]);
    expect(alsoFalls(MENU, 'tea')).toEqual(['With it']);
  });

  it('finds by parts of words, without accents', () => {
    const found = (text: string) =>
      targetsOf(MENU)
        .filter((each) => isAbout(each, text))
        .map(({ id }) => id);
    expect(found('creme br')).toEqual(['brulee']);
    expect(found('tea large')).toEqual(['tea-l']);
    expect(found('pizza')).toEqual([]);
  });
});

describe('SaleStore', () => {
  let http: HttpTestingController;
  let feed: FeedDouble;
  let store: SaleStore;

  async function start(availability: AvailabilityView): Promise<void> {
    feed = new FeedDouble();
    TestBed.configureTestingModule({ providers: [provideOffice(feed), SaleStore] });
    http = logIn('waiter');
    store = TestBed.inject(SaleStore);
    TestBed.tick();
    http.expectOne('/api/v1/locations/loc/menu-document').flush(MENU);
    http.expectOne('/api/v1/locations/loc/availability').flush(availability);
    await settle();
  }

  it('lists what is off sale, the latest first, and forgets what has ended by itself', async () => {
    const suspensions = [
      offSince('2026-01-01T10:00:00Z'),
      offSince('2026-01-01T11:00:00Z', { targetKind: 'option', targetId: 'opt-cream' }),
      offSince('2026-01-01T12:00:00Z', { targetKind: 'variant', targetId: 'tea-s', until: '2020-01-01T00:00:00Z' }),
    ];
    await start({ version: 1, suspensions, countdowns: [] });
    expect(store.offSale().map(({ target }) => target.name)).toEqual(['Cream', 'Crème brûlée']);
  });

  it('lists counted portions, the fewest first, without those that are gone', async () => {
    const countdowns = [
      { targetKind: 'item', targetId: 'brulee', remaining: 6 },
      { targetKind: 'variant', targetId: 'tea-l', remaining: 2 },
      { targetKind: 'variant', targetId: 'tea-s', remaining: 0 },
    ] as const;
    await start({ version: 1, suspensions: [], countdowns });
    expect(store.counted().map(({ target, remaining }) => [target.name, remaining])).toEqual([
      ['Large', 2],
      ['Crème brûlée', 6],
    ]);
  });

  it('shows what a change answers at once, and never goes back to an older picture', async () => {
    await start({ version: 1, suspensions: [], countdowns: [] });
    const [target] = store.targets();
    if (target === undefined) throw new Error('There is a dish.');
    const change = store.suspend(target, { reason: 'Burnt' });
    const sent = http.expectOne('/api/v1/locations/loc/suspensions/item/brulee');
    expect([sent.request.method, sent.request.body]).toEqual(['PUT', { reason: 'Burnt' }]);
    sent.flush({ version: 3, suspensions: [offSince('2026-01-01T10:00:00Z')], countdowns: [] });
    await change;
    expect(store.offKeys().has('item brulee')).toBe(true);
    feed.tell({ type: 'availability.changed', subject: { kind: 'availability', id: 'loc' } });
    TestBed.tick();
    http.expectOne('/api/v1/locations/loc/availability').flush({ version: 2, suspensions: [], countdowns: [] });
    await settle();
    expect(store.offKeys().has('item brulee')).toBe(true);
  });
});
