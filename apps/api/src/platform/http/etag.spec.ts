import { DomainError } from './domain-error.js';
import { etag, versionOfIfMatch } from './etag.js';

describe('the version in If-Match', () => {
  it.each([
    ['"7"', 7],
    [' "12" ', 12],
    ['*', undefined],
    [undefined, undefined],
  ])('of %p is %p', (header, version) => expect(versionOfIfMatch(header)).toBe(version));

  it.each(['7', 'W/"7"', '"x"', '"1", "2"', ''])('refuses %p and says what it wants', (header) => {
    expect(() => versionOfIfMatch(header)).toThrow(DomainError);
    expect(() => versionOfIfMatch(header)).toThrow(/ETag of an earlier answer/);
  });

  it('comes back from the ETag', () => expect(versionOfIfMatch(etag(42))).toBe(42));
});
