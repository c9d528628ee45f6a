import { TestBed } from '@angular/core/testing';
import { indexMenu } from '@comanda/shared/pricing';
import { MENU } from '../testing/small-menu';
import { Allergies } from './allergies';
import { basketAllergens } from '../../ui/allergens/basket-allergens';

const INDEX = indexMenu(MENU);
const FRIES_AND_AIOLI = [
  { groupId: 'side', optionId: 'fries', options: [{ groupId: 'dip', optionId: 'aioli' }] },
] as const;

describe('what of a basket concerns somebody with allergies', () => {
  it('is every dish that declares it, named once, choices included', () => {
    const lines = [
      { itemId: 'leeks' },
      { itemId: 'burger', options: FRIES_AND_AIOLI },
      { itemId: 'leeks' },
      { itemId: 'curry' },
    ];
    expect(basketAllergens(lines, INDEX, ['egg', 'nuts', 'milk']).contained).toEqual([
      { allergen: 'egg', dishes: ['Burger'] },
      { allergen: 'nuts', dishes: ['Leeks'] },
    ]);
  });

  it('is also what declares too little to say, but only when there is an allergy', () => {
    expect(basketAllergens([{ itemId: 'wine' }], INDEX, ['fish'])).toEqual({ contained: [], unknown: ['Wine'] });
    expect(basketAllergens([{ itemId: 'wine' }], INDEX, [])).toEqual({ contained: [], unknown: [] });
  });
});

describe('Allergies', () => {
  beforeEach(() => sessionStorage.clear());

  it('go with the order once said, in the order of the regulation, and are gone when taken back', () => {
    const allergies = TestBed.inject(Allergies);
    expect(allergies.withOrder()).toEqual({});
    allergies.toggle('nuts');
    allergies.toggle('egg');
    expect(allergies.withOrder()).toEqual({ allergies: ['egg', 'nuts'] });
    allergies.toggle('nuts');
    allergies.toggle('egg');
    expect(allergies.withOrder()).toEqual({});
  });

  it('are kept for the visit, and nothing foreign with them', () => {
    sessionStorage.setItem('comanda.allergies', '["milk","poison"]');
    expect(TestBed.inject(Allergies).chosen()).toEqual(['milk']);
  });
});
