import type { MenuPageRequest } from '@comanda/shared';
import { EVERYTHING_ON_SALE, LOCATION, MENU } from '../app/guest/testing/small-menu';
import { wordsWithoutScripts } from './without-scripts';

const PAGE: MenuPageRequest = {
  url: 'https://eat.example/',
  location: LOCATION,
  menu: MENU,
  availability: EVERYTHING_ON_SALE,
};

describe('wordsWithoutScripts', () => {
  it('names each group once, with its rule, its dishes and what each option adds', () => {
    const html = wordsWithoutScripts(PAGE);
    expect(html).toMatch(/^<noscript>.*<\/noscript>$/);
    expect(html).toContain('<h3>Side</h3><p>Required, choose 1 · With Burger</p>');
    expect(html).toContain('<li><bdi>Rice</bdi></li><li><bdi>Fries</bdi> · +€1.50</li>');
    expect(html).toContain('<h3>Dip</h3><p>Required, choose 1 · With Fries</p>');
    expect(html).toContain('<h3>Leave out</h3>');
  });

  it('leaves out what no dish offers, and says nothing when there is nothing to choose', () => {
    const leeks = { ...MENU, items: MENU.items.filter(({ id }) => id === 'leeks') };
    expect(wordsWithoutScripts({ ...PAGE, menu: leeks })).not.toContain('<h3>Side</h3>');
    expect(wordsWithoutScripts({ ...PAGE, menu: { ...leeks, modifierGroups: [] } })).not.toContain('<h2>');
  });

  it('writes what people wrote as text, never as markup', () => {
    const evil = {
      ...MENU,
      modifierGroups: MENU.modifierGroups.map((group) => ({ ...group, name: '<script>alert(1)</script>' })),
    };
    expect(wordsWithoutScripts({ ...PAGE, menu: evil })).not.toContain('<script>');
  });
});
