import { AskedTogether } from './asked-together.js';

function desk() {
  const asked: string[][] = [];
  const open: { answer: () => void; fail: (error: Error) => void }[] = [];
  const together = new AskedTogether<string>((keys) => {
    asked.push([...keys]);
    const known = keys.filter((key) => key !== 'nobody').map((key) => [key, key.toUpperCase()] as const);
    return new Promise((resolve, reject) => open.push({ answer: () => resolve(new Map(known)), fail: reject }));
  });
  return { asked, open, together };
}

describe('what is asked together', () => {
  it('waits only while others are being asked, and each gets its own answer', async () => {
    const { asked, open, together } = desk();
    const found = ['a', 'b', 'nobody', 'b', 'd'].map((key) => together.find(key));
    expect(asked).toEqual([['a']]);
    open[0]?.answer();
    expect(await found[0]).toBe('A');
    await Promise.resolve();
    expect(asked).toEqual([['a'], ['b', 'nobody', 'd']]);
    open[1]?.answer();
    expect(await Promise.all(found)).toEqual(['A', 'B', null, 'B', 'D']);
    void together.find('e');
    expect(asked.at(-1)).toEqual(['e']);
  });

  it('fails together, and what comes later is asked for anew', async () => {
    const { asked, open, together } = desk();
    const outcomes = Promise.allSettled(['a', 'b', 'c'].map((key) => together.find(key)));
    open[0]?.fail(new Error('gone'));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    const again = together.find('e');
    open[1]?.answer();
    expect(await again).toBe('E');
    expect(asked).toEqual([['a'], ['e']]);
  });

  it('names no more than 64 at once', async () => {
    const { asked, open, together } = desk();
    const found = Array.from({ length: 200 }, (_, number) => together.find(`k${String(number)}`));
    for (let next = 0; next < open.length; next += 1) {
      open[next]?.answer();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
    expect((await Promise.all(found)).at(-1)).toBe('K199');
    expect(asked.map(({ length }) => length)).toEqual([1, 64, 64, 64, 7]);
  });
});
