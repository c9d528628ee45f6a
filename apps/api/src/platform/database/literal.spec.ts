import fc from 'fast-check';
import { queryFormat, toLiteral, withLiterals } from './literal.js';

describe('a value in SQL', () => {
  it.each([
    [null, 'NULL'],
    [undefined, 'NULL'],
    [-7, '-7'],
    [true, 'true'],
    ['', "''"],
    ['{"en":"Soup"}', `'{"en":"Soup"}'`],
    ["O'Hara", `'O\\'Hara'`],
    ['\\', `'\\\\'`],
    [`\\' OR 1=1 -- `, `'\\\\\\' OR 1=1 -- '`],
    [Buffer.from('ab'), `X'6162'`],
  ])('%p is %s', (value, literal) => expect(toLiteral(value)).toBe(literal));

  it('ends where it began, whatever the text is', () => {
    const texts = fc.string({ unit: fc.constantFrom("'", '\\', '"', '?', ';', 'a', '\0', '\n', 'ü', '😀') });
    fc.assert(fc.property(texts, (text) => expect(readBack(toLiteral(text))).toBe(text)));
  });
});

describe('SQL with its values', () => {
  it('takes no mark inside a value for one of its own', () => {
    expect(withLiterals('a = ? AND b = ?', ['why?', 2])).toBe("a = 'why?' AND b = 2");
  });

  it('refuses values that do not fit', () => {
    expect(() => withLiterals('a = ?', [1, 2])).toThrow('do not fit');
  });

  it('is sent as it is when it has its values already', () => {
    expect(queryFormat("a = 'why?'", [])).toBe("a = 'why?'");
    expect(queryFormat('a = ?', ["O'Hara"])).toBe("a = 'O\\'Hara'");
  });
});

/** The text of a literal as MySQL reads it; what comes after its end is an error. */
function readBack(literal: string): string {
  const [, inside = ''] = /^'((?:[^'\\]|\\[^])*)'$/u.exec(literal) ?? [];
  return inside.replaceAll(/\\([^])/gu, '$1');
}
