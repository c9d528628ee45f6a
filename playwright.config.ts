import { defineConfig } from '@playwright/test';

const report = process.env['COMANDA_BROWSER_REPORT'];

/** Begins first: all workers shall be busy to the end. */
const LONGEST = '**/kitchen.browser-spec.ts';
const ALL = '**/*.browser-spec.ts';

/** Each file of specs starts a product of its own, so files may run beside each other; here is only the browser. */
export default defineConfig({
  testDir: 'apps/web/e2e',
  projects: [
    { name: 'longest', testMatch: LONGEST },
    { name: 'others', testMatch: ALL, testIgnore: LONGEST },
  ],
  outputDir: 'test-results',
  // One more than the cores of a small machine: a browser waits for its frames and the product for its browser.
  workers: 3,
  // What passes only then is told as flaky at the end.
  retries: 1,
  timeout: 60_000,
  forbidOnly: report !== undefined,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  use: {
    // What cannot be pressed for so long will not be pressed at all.
    actionTimeout: 20_000,
    browserName: 'chromium',
    // Every step is drawn twice for it: a quarter of the time.
    trace: process.env['COMANDA_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
