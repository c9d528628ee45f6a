import { TestBed } from '@angular/core/testing';
import { DietFilter } from './diet-filter';

const PLAIN = { allergens: [], declared: true, dietTags: [] } as const;

describe('DietFilter', () => {
  beforeEach(() => sessionStorage.clear());

  it('judges what contains an unwanted allergen as unsuitable', () => {
    const filter = TestBed.inject(DietFilter);
    filter.toggleAllergen('nuts');
    expect(filter.judge({ ...PLAIN, allergens: ['nuts', 'milk'] })).toBe('unsuitable');
    expect(filter.judge(PLAIN)).toBe('suitable');
  });

  it('never reads "nothing declared" as "free of"', () => {
    const filter = TestBed.inject(DietFilter);
    filter.toggleAllergen('nuts');
    expect(filter.judge({ ...PLAIN, declared: false })).toBe('unknown');
  });

  it('knows that vegan is vegetarian', () => {
    const filter = TestBed.inject(DietFilter);
    filter.toggleDiet('vegetarian');
    expect(filter.judge({ ...PLAIN, dietTags: ['vegan'] })).toBe('suitable');
    expect(filter.judge(PLAIN)).toBe('unsuitable');
  });

  it('holds for the session', () => {
    TestBed.inject(DietFilter).toggleAllergen('egg');
    TestBed.resetTestingModule();
    expect(TestBed.inject(DietFilter).without()).toEqual(['egg']);
  });
});
