import type { Page } from '@playwright/test';

/** Holds the site's scripts and fonts back until the returned function is called. */
export async function delayScripts(page: Page): Promise<() => Promise<void>> {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const pattern = /\.(js|woff2)$/;
  await page.route(pattern, async (route) => {
    await arrived;
    await route.continue();
  });
  return async () => {
    arrive();
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready);
  };
}

/** How much has moved under the guest's eyes since the page began (CLS). */
export function cumulativeShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const sum = (entries: PerformanceEntryList): number =>
          entries.reduce((total, entry) => total + (entry as PerformanceEntry & { value: number }).value, 0);
        const observer = new PerformanceObserver((list) => resolve(sum(list.getEntries())));
        observer.observe({ type: 'layout-shift', buffered: true });
        // Without any shift nobody calls.
        setTimeout(() => resolve(0), 300);
      }),
  );
}
