import { Logger } from '@nestjs/common';
import { Rounds } from './rounds.js';

it('goes on after a round that fails, tells of it, and ends when it is told', async () => {
  const told: unknown[] = [];
  const ignore = (): void => undefined;
  Logger.overrideLogger({ log: ignore, error: ignore, warn: (line: unknown) => void told.push(line) });
  const rounds = new Rounds({ name: 'test', everyMs: 1, missed: 'Nobody looked.' });
  let count = 0;
  await new Promise<void>((resolve) => {
    rounds.begin(() => {
      count += 1;
      if (count === 1) return Promise.reject(new Error('away'));
      if (count === 3) {
        rounds.end();
        resolve();
      }
      return Promise.resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([count, told]).toEqual([3, ['Nobody looked. Error: away']]);
});
