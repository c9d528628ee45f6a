import 'reflect-metadata';
import type { ArgumentMetadata } from '@nestjs/common';
import { IsString } from 'class-validator';
import fc from 'fast-check';
import { BooleanField, EnumField, field, IntField, ListField, ObjectField, StringField } from './fields.js';
import { isSurelySound } from './sound-body.js';
import { requestValidation } from './validation.pipe.js';

class Choice {
  @StringField({ min: 2, max: 4 })
  id!: string;

  @IntField({ min: 1, max: 3, optional: true })
  quantity?: number;

  @ListField(() => Choice, { max: 2, optional: true })
  below?: Choice[];
}

class Wish {
  @ObjectField(() => Choice)
  first!: Choice;

  @EnumField(['red', 'green'], { optional: true, nullable: false })
  colour?: string;

  @BooleanField({ optional: true, nullable: true })
  warm?: boolean | null;
}

class LongerWish extends Wish {
  @StringField({ max: 3, pattern: /^a/, optional: true })
  note?: string;

  @field({ optional: true }, { type: String }, [IsString()])
  own?: string;
}

class Undeclared {
  @IsString()
  name!: string;

  @IntField({ min: 0, max: 9 })
  count!: number;
}

const oneOf = (...values: unknown[]) => fc.constantFrom(...values);
const texts = oneOf('', 'a', 'ab', 'abcd', 'abcde', '😀', '😀😀', '😀😀😀😀', null, undefined, 5, ['ab']);
const choices = fc.letrec((tie) => ({
  choice: fc.record(
    {
      id: texts,
      quantity: oneOf(0, 1, 3, 4, 1.5, '1', null, NaN),
      below: fc.oneof({ depthSize: 'small' }, oneOf(null, {}, 'x'), fc.array(tie('choice'), { maxLength: 3 })),
      more: oneOf(1),
    },
    { requiredKeys: [] },
  ),
})).choice;
const wishes = fc.record(
  {
    first: fc.oneof(choices, oneOf(null, [], 'x')),
    colour: oneOf('red', 'blue', null, 1),
    warm: oneOf(true, null, 'true'),
    note: oneOf('a', 'b', 'abcd', null),
    own: oneOf('x', 1),
    constructor: oneOf(1),
  },
  { requiredKeys: [] },
);

const metadata = (metatype: ArgumentMetadata['metatype']): ArgumentMetadata => ({ type: 'body', metatype });
const judgement = async (value: unknown): Promise<unknown> => {
  // Inside of a body with a field that is always asked about, nothing is taken unasked.
  const pipe = requestValidation();
  class Asked {
    @ObjectField(() => LongerWish)
    wish!: LongerWish;

    @field({}, { type: String }, [IsString()])
    alwaysAsked!: string;
  }
  return pipe.transform({ wish: value, alwaysAsked: '' }, metadata(Asked));
};

describe('a body that is surely sound', () => {
  it('is one that the checks take as it is', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (wish) => {
        if (!isSurelySound(LongerWish, wish)) return;
        expect(JSON.parse(JSON.stringify(await judgement(wish)))).toEqual({ wish, alwaysAsked: '' });
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    [{ first: { id: 'ab' } }, true],
    [{ first: { id: 'ab', quantity: 2, below: [{ id: 'abc' }] }, colour: 'red', warm: false }, true],
    [{ first: { id: 'a' } }, false],
    [{ first: { id: '😀' } }, false],
    [{ first: { id: 'ab', more: 1 } }, false],
    [{ first: { id: 'ab', below: [{ id: 'ab' }, { id: 'ab' }, { id: 'ab' }] } }, false],
    [{ colour: 'red' }, false],
    [{ first: { id: 'ab' }, warm: null }, false],
    [{ first: { id: 'ab' }, note: 'a' }, false],
    [{ first: { id: 'ab' }, own: 'x' }, false],
    [[], false],
    [null, false],
  ])('%j: %s', (value, expected) => {
    expect(isSurelySound(LongerWish, value)).toBe(expected);
  });

  it('does not exist where a field has checks of another kind', () => {
    expect(isSurelySound(Undeclared, { count: 1 })).toBe(false);
  });
});
