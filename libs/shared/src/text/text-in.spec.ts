import { textIn } from './text-in.js';

describe('textIn', () => {
  it.each([
    ['the language', { en: 'Leeks', de: 'Lauch' }, 'de', 'Lauch'],
    ['the language without region', { en: 'Leeks', de: 'Lauch' }, 'de-AT', 'Lauch'],
    ['the fallback', { en: 'Leeks', de: 'Lauch' }, 'fr', 'Leeks'],
    ['the fallback for an empty text', { en: 'Leeks', de: '' }, 'de', 'Leeks'],
    ['the first there is', { pt: '', de: 'Lauch' }, 'fr', 'Lauch'],
    ['nothing', {}, 'fr', ''],
    ['the fallback for a name of an object property', { en: 'Leeks' }, 'constructor', 'Leeks'],
  ])('gives %s', (_case, text, language, expected) => {
    expect(textIn(text, language, 'en')).toBe(expected);
  });
});
