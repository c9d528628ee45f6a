import { letterLanguage, loginLetter } from './login-letter.js';

const asked = { to: 'ines@example.org', origin: 'https://order.example', token: 'secret', site: 'Corner' };

describe('the letter with a log-in link', () => {
  it.each([
    ['en', 'https://order.example/account/enter#secret'],
    ['de', 'https://order.example/de/account/enter#secret'],
    ['ar', 'https://order.example/ar/account/enter#secret'],
    ['ja', 'https://order.example/account/enter#secret'],
  ])('in %s leads to the site in its language, the secret behind the #', (language, link) => {
    const { to, subject, text } = loginLetter({ ...asked, language });
    expect(to).toBe('ines@example.org');
    expect(subject).toContain('Corner');
    expect(text.split('\n')).toContain(link);
  });

  it.each([
    ['pt-BR', 'pt'],
    ['DE', 'de'],
    ['x', 'en'],
    ['constructor', 'en'],
  ])('for %s is written in %s', (wanted, expected) => expect(letterLanguage(wanted)).toBe(expected));
});
