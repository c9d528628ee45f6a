import { found, pageEntries, type PaletteEntry } from './palette-entries';

const entry = (key: string, label: string, hint: string): PaletteEntry => ({
  key,
  label,
  hint,
  icon: 'utensils',
  path: '/',
  query: {},
});
const ENTRIES = [
  ...pageEntries([
    { path: '/admin/menu', label: 'Menu', icon: 'utensils', permission: 'menu.read', inBar: true },
    { path: '/admin/staff', label: 'Staff', icon: 'users', permission: 'staff.manage', inBar: false },
  ]),
  entry('dish brulee', 'Crème brûlée', 'Sweets'),
  entry('dish tasting', 'Tasting menu', 'Mains'),
  entry('order a', 'Order 112, Table 12', 'Order'),
  entry('order b', 'Order 12, Ana', 'Order'),
];
const labels = (typed: string, most = 10) => found(ENTRIES, typed, most).map(({ label }) => label);

describe('what the palette finds', () => {
  it.each([
    ['creme', ['Crème brûlée']],
    ['sweets', ['Crème brûlée']],
    ['menu', ['Menu', 'Tasting menu']],
    ['12', ['Order 12, Ana', 'Order 112, Table 12']],
    ['#12', ['Order 12, Ana', 'Order 112, Table 12']],
    ['order ana', ['Order 12, Ana']],
    ['nothing like it', []],
  ])('for %s', (typed, expected) => {
    expect(labels(typed)).toEqual(expected);
  });

  it('is never more than fits', () => {
    expect(labels('', 2)).toEqual(['Menu', 'Staff']);
  });
});
