import { TestBed } from '@angular/core/testing';
import { LANGUAGE } from './language';
import { MenuLanguage, onlyInMenu, ownName, writtenIn } from './menu-language';

const THAI = { language: 'en', languages: ['th', 'en', 'he'], defaultLanguage: 'th' };

function languageAt(site: string): MenuLanguage {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: LANGUAGE, useValue: site }] });
  return TestBed.inject(MenuLanguage);
}

function othersOf(language: MenuLanguage): string[] {
  return language.others().map(({ path, menu, tag }) => `${path}/${menu === null ? '' : `?menu=${menu}`} ${tag}`);
}

describe('the language of a menu', () => {
  beforeEach(() => sessionStorage.clear());

  it.each([
    ['th', 'ไทย'],
    ['he', 'עברית'],
    ['fa', 'فارسی'],
    ['fr', 'Français'],
    ['xx', 'Xx'],
  ])('%s is called %s by those who speak it', (tag, name) => expect(ownName(tag)).toBe(name));

  it.each([
    ['th', 'th'],
    ['en', 'en'],
    ['de', 'th'],
  ])('asked for in %s it is written in %s', (language, written) =>
    expect(writtenIn({ ...THAI, language })).toBe(written),
  );

  it('is offered where there is no site of it', () => {
    expect(onlyInMenu(THAI.languages)).toEqual(['th', 'he']);
    const language = languageAt('ar');
    language.hear({ ...THAI, language: 'ar' });
    expect(othersOf(language)).toEqual(['/ en', '/de/ de', '/pt/ pt', '/ar/?menu=th th', '/ar/?menu=he he']);
  });

  it('is the chosen one, for the pages after it too, with the way back to the language of the site', () => {
    const language = languageAt('en');
    expect([language.tag(), language.written()]).toEqual(['en', null]);
    language.choose('th');
    language.hear({ ...THAI, language: 'th' });
    expect([language.tag(), language.chosen(), language.written()]).toEqual(['th', 'th', 'th']);
    expect(othersOf(language)).toEqual(['/ en', '/de/ de', '/pt/ pt', '/ar/ ar', '/?menu=he he']);
    expect(languageAt('en').tag()).toBe('th');
  });

  it.each([null, 'en', 'fr'])('is the language of the site when the address says %s', (asked) => {
    const language = languageAt('en');
    language.choose(asked);
    language.hear({ ...THAI, language: language.tag() });
    expect([language.tag(), language.chosen()]).toEqual(['en', null]);
  });

  it('is told where the menu is not kept in that of the site', () => {
    const language = languageAt('de');
    language.hear({ ...THAI, language: 'de' });
    expect([language.tag(), language.written()]).toEqual(['de', 'th']);
  });
});
