import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inlineScriptsOfSite, serveSite } from '../src/site.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

describe('the site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-site-'));
  let running: TestApp;

  beforeAll(async () => {
    mkdirSync(join(folder, 'de'));
    writeFileSync(join(folder, 'index.html'), '<html><script src="main.js"></script><script>go()</script></html>');
    writeFileSync(join(folder, 'de/index.html'), '<html lang="de"><script>go()</script></html>');
    writeFileSync(join(folder, 'kitchen.html'), '<html class="kitchen"><script>go()</script></html>');
    writeFileSync(join(folder, 'main-OJ3AGGIG.js'), `export const text = "${'x'.repeat(5000)}";`);
    writeFileSync(join(folder, 'logo.svg'), '<svg/>');
    running = await startTestApp(undefined, { before: async (app) => void (await serveSite(app, folder)) });
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['/', 'no-cache'],
    ['/menu/anything', 'no-cache'],
    ['/de/menu', 'no-cache'],
    ['/logo.svg', 'no-cache'],
    ['/main-OJ3AGGIG.js', 'public, max-age=31536000, immutable'],
  ])('lets a browser keep %s: %s', async (url, kept) => {
    const answer = await running.app.inject({ url });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, kept]);
  });

  it.each([
    ['/kitchen', 'class="kitchen"'],
    ['/kitchen/grill?a=1', 'class="kitchen"'],
    ['/kitchens', 'src="main.js"'],
    ['/de/kitchen', 'lang="de"'],
    ['/de', 'lang="de"'],
  ])('%s starts with the page of its area and language', async (url, mark) => {
    expect((await running.app.inject({ url })).body).toContain(mark);
  });

  it('comes packed', async () => {
    const answer = await running.app.inject({ url: '/main-OJ3AGGIG.js', headers: { 'accept-encoding': 'br' } });
    expect(answer.headers['content-encoding']).toBe('br');
  });

  it('has one hash for the script that its pages share', () => {
    expect(inlineScriptsOfSite(folder)).toEqual([expect.stringMatching(/^'sha256-[\w+/]{43}='$/)]);
    expect(inlineScriptsOfSite(join(folder, 'nowhere'))).toEqual([]);
  });
});
