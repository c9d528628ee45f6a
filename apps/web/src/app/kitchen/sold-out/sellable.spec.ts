import type { AvailabilityView, MenuDocument } from '@comanda/shared';
import { sellables } from './sellable';

const item = (id: string) => ({ id, name: { en: id }, variants: [], modifierGroupIds: [], taxClass: 'standard' });
const MENU: MenuDocument = {
  format: 'comanda-menu/1',
  currency: 'EUR',
  defaultLanguage: 'en',
  languages: ['en'],
  sections: [{ id: 'all', name: { en: 'All' }, itemIds: ['leeks', 'steak', 'soup'] }],
  items: [item('leeks'), item('steak'), item('soup')],
  modifierGroups: [],
};
const since = '2026-11-25T18:00:00Z';
const off = (targetId: string, cause: 'manual' | 'ingredient', reason?: string) =>
  ({ targetKind: 'item', targetId, cause, since, by: 'Mara', ...(reason === undefined ? {} : { reason }) }) as const;

it('what lacks an ingredient says so and is put back by hand only as far as a hand took it off', () => {
  const availability: AvailabilityView = {
    version: 1,
    countdowns: [],
    suspensions: [off('leeks', 'ingredient', 'Leeks'), off('steak', 'manual'), off('leeks', 'manual')],
  };
  const found = sellables(MENU, availability).map((dish) => [dish.id, dish.off, dish.lacks, dish.liftable]);
  expect(found).toEqual([
    ['leeks', true, 'Leeks', true],
    ['steak', true, null, true],
    ['soup', false, null, false],
  ]);
  const [lacking] = sellables(MENU, { ...availability, suspensions: [off('leeks', 'ingredient', 'Leeks')] });
  expect(lacking).toMatchObject({ off: true, liftable: false });
});
