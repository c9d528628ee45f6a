import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/** The most that a first load may weigh: kB of 1024, packed by brotli. A smaller one may be written here, never a larger. */
const MOST_KB = { menu: 105, board: 115, expo: 112, floor: 100, orders: 115, 'office menu': 116 } as const;

test('no first load of the site has grown', () => {
  const sizes = JSON.parse(readFileSync('apps/web/dist/first-loads.json', 'utf8')) as Record<string, number>;
  const weights = Object.entries(MOST_KB).map(([name, most]) => ({ name, most, kB: (sizes[name] ?? Infinity) / 1024 }));
  for (const { name, kB } of weights) console.log(`${name}: ${kB.toFixed(1)} kB`);
  expect(weights.filter(({ kB, most }) => kB > most)).toEqual([]);
});

test('a page preloads every script that its application begins with', async () => {
  const scripts = (page: string): string[] =>
    [...readFileSync(`apps/web/dist/browser/${page}`, 'utf8').matchAll(/(?:href|src)="([^"]+\.js)"/g)].map(
      ([, file = '']) => file,
    );
  for (const page of ['index.html', 'kitchen.html', 'admin.html', 'de/index.html', 'de/kitchen.html']) {
    const named = new Set(scripts(page));
    expect(named.size).toBeGreaterThan(3);
    const folder = page.startsWith('de/') ? 'apps/web/dist/browser/de/' : 'apps/web/dist/browser/';
    const imported = [...named].flatMap((file) =>
      [...readFileSync(folder + file, 'utf8').matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(imported.filter((file) => !named.has(file))).toEqual([]);
  }
});
