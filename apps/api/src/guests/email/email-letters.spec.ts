import { confirmLetter, noticeLetter } from './email-letters.js';

const house = { origin: 'https://order.example', site: 'Corner' };

describe.each([
  ['en', 'https://order.example/account'],
  ['de', 'https://order.example/de/account'],
  ['pt-BR', 'https://order.example/pt/account'],
  ['ar', 'https://order.example/ar/account'],
  ['ja', 'https://order.example/account'],
])('a change of address in %s', (language, account) => {
  it('leads the new mailbox to the page that takes it, the secret behind the #', () => {
    const letter = confirmLetter({ ...house, language, to: 'new@example.org', token: 'secret' });
    expect(letter).toMatchObject({ to: 'new@example.org', subject: expect.stringContaining('Corner') });
    expect(letter.text.split('\n')).toContain(`${account}/email#secret`);
  });

  it('tells the old mailbox where to keep its address, and nothing more', () => {
    const letter = noticeLetter({ ...house, language, to: 'old@example.org' });
    expect(letter).toMatchObject({ to: 'old@example.org', subject: expect.stringContaining('Corner') });
    expect(letter.text.split('\n')).toContain(`${account}/access`);
    expect(letter.text).not.toMatch(/#|new@/);
  });
});
