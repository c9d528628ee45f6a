import fc from 'fast-check';
import { withOneDefault } from './default-address.js';

const marks = (addresses: readonly { isDefault: boolean }[]): boolean[] => addresses.map(({ isDefault }) => isDefault);
const from = (...isDefault: boolean[]) => isDefault.map((each) => ({ isDefault: each }));

describe('the default address', () => {
  it('is the first one when none is', () => expect(marks(withOneDefault(from(false, false)))).toEqual([true, false]));

  it('stays', () => expect(marks(withOneDefault(from(false, true)))).toEqual([false, true]));

  it('moves to the one that was chosen', () => {
    const [home, work] = from(true, true);
    expect(
      marks(
        withOneDefault(
          [home, work].flatMap((each) => each ?? []),
          work,
        ),
      ),
    ).toEqual([false, true]);
  });

  it('is exactly one as long as there is any', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (before) => {
        const count = marks(withOneDefault(from(...before))).filter(Boolean).length;
        expect(count).toBe(Math.min(1, before.length));
      }),
    );
  });
});
