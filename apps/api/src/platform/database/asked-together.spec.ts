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
  it('waits only while two are being asked, and each gets its own answer', async () => {
    const { asked, open, together } = desk();
    const found = ['a', 'b', 'c', 'nobody', 'c', 'd'].map((key) => together.find(key));
    expect(asked).toEqual([['a'], ['b']]);
    open[0]?.answer();
    expect(await found[0]).toBe('A');
    await Promise.resolve();
    expect(asked).toEqual([['a'], ['b'], ['c', 'nobody', 'd']]);
    open[2]?.answer();
    open[1]?.answer();
    expect(await Promise.all(found)).toEqual(['A', 'B', 'C', null, 'C', 'D']);
  });

  it('fails together, and those who come later are asked for anew', async () => {
    const { asked, open, together } = desk();
    const [first, second] = [together.find('a'), together.find('b')];
    const late = [together.find('c'), together.find('d')];
    open[0]?.fail(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await Promise.resolve();
    open[2]?.fail(new Error('gone'));
    for (const each of late) await expect(each).rejects.toThrow('gone');
    open[1]?.answer();
    expect(await second).toBe('B');
    const again = together.find('e');
    open[3]?.answer();
    expect(await again).toBe('E');
    expect(asked.at(-1)).toEqual(['e']);
  });

  it('names no more than 64 at once', async () => {
    const { asked, open, together } = desk();
    const found = Array.from({ length: 200 }, (_, number) => together.find(`k${String(number)}`));
    for (let next = 0; next < open.length; next += 1) {
      open[next]?.answer();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
    expect((await Promise.all(found)).at(-1)).toBe('K199');
    expect(Math.max(...asked.map(({ length }) => length))).toBe(64);
  });
});
