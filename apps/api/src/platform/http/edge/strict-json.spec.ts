import { LIMITS } from '@comanda/shared';
import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { parseStrictJson } from './strict-json.js';

const read = (text: string): unknown => parseStrictJson(Buffer.from(text));

function refusal(body: string | Buffer): DomainError {
  try {
    parseStrictJson(Buffer.from(body));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

const faults = (body: string) => refusal(body).items.map(({ pointer, code }) => [pointer, code]);

describe('a JSON body', () => {
  it.each(['{}', ' [1, -2.5e3, "a\\"b", {"a":{"a":null}}, true] ', '"\\ud83c\\udf5c"', '0', '{"a":[{"b":1},{"b":2}]}'])(
    '%s is read',
    (text) => expect(read(text)).toEqual(JSON.parse(text)),
  );

  it('may begin with a byte order mark', () => expect(read('\ufeff{"a":1}')).toEqual({ a: 1 }));

  it.each([
    ['{"a":1,"a":1}', '/a'],
    ['{"a":1,"\\u0061":2}', '/a'],
    ['{"lines":[{},{"quantity":1,"note":"},{\\"","quantity":2}]}', '/lines/1/quantity'],
    ['{"a/b":{"~":1,"~":[]}}', '/a~1b/~0'],
    ['{"":1,"":1}', '/'],
  ])('%s is refused at %s', (text, pointer) => expect(faults(text)).toEqual([[pointer, 'duplicate_name']]));

  it('names every fault at once', () => {
    const text = '{"a":1e999,"b":"\\udc00","a":2,"c":{"__proto__":{}},"d":[{"toString":1}]}';
    expect(faults(text)).toEqual([
      ['/a', 'number_too_large'],
      ['/b', 'broken_text'],
      ['/a', 'duplicate_name'],
      ['/c/__proto__', 'forbidden_name'],
      ['/d/0/toString', 'forbidden_name'],
    ]);
  });

  it.each([
    ['cut off', '{"a":', /not readable JSON/],
    ['empty of sense', 'hello', /not readable JSON/],
    ['half a million brackets', '['.repeat(500_000), /not readable JSON/],
    ['half a million brackets that close', '['.repeat(500_000) + ']'.repeat(500_000), /nested too deeply/],
    ['one level too deep', '['.repeat(LIMITS.jsonDepth + 1) + ']'.repeat(LIMITS.jsonDepth + 1), /nested too deeply/],
    ['broken UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), /not sound UTF-8/],
    ['over-long UTF-8', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), /not sound UTF-8/],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), /not sound UTF-8/],
  ])('that is %s is refused in a sentence', (_, body, sentence) => {
    expect(refusal(body)).toMatchObject({ code: 'unreadable_body', detail: expect.stringMatching(sentence) as string });
  });

  it('is what JSON.parse makes of it, whenever it is taken', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        fc.pre(!/__proto__|constructor|Of|String|has|Enumerable|__/.test(text));
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('with one name written twice is never taken', () => {
    const value = fc.json({ maxDepth: 2 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), value, value, (name, first, second) => {
        const key = JSON.stringify(name);
        expect(() => read(`{"x":[{${key}:${first}, ${key} : ${second}}]}`)).toThrow(DomainError);
      }),
    );
  });
});
