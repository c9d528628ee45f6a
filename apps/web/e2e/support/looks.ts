import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import axe from 'axe-core';

const SIZES = [
  ['phone', 390, 844],
  ['tablet', 820, 1180],
  ['desktop', 1440, 900],
] as const;

/** {@link expectSound} at each size, light and dark; the page stays as it is and must find its shape by itself. */
export async function expectSoundInEveryLook(page: Page): Promise<void> {
  test.slow();
  for (const [name, width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await test.step(`${name}, ${colorScheme}`, () => expectSound(page));
    }
  }
}

/** The page has no accessibility violation and nothing sticks out at its side. */
export async function expectSound(page: Page): Promise<void> {
  await settled(page);
  expect(await violationsOf(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** For people who ask for pictures: no test looks at them. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env['COMANDA_TRACE']) await page.screenshot({ path: `test-results/${name}.png` });
}

/**
 * Asked of the page itself: axe is brought into it once, and tells only what is wrong. Its builder for Playwright brings
 * it each time and carries all findings through a second page, which takes ten times as long for the same violations.
 */
async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const brought = window as unknown as { axe: typeof axe };
    const { violations } = await brought.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.html)}`);
  });
}

/** A new size or scheme is drawn a frame later, and what is half faded in has half its contrast. */
function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const drawn = () => new Promise(requestAnimationFrame);
    const moving = () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Infinity);
    await drawn();
    await drawn();
    for (let ending = moving(); ending.length > 0; ending = moving()) {
      await Promise.allSettled(ending.map(({ finished }) => finished));
      await drawn();
    }
  });
}
