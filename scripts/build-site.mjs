// Builds the site: the guests' application, and the staff's with a page for each of its areas. Every page preloads what
// it needs, so that no script waits for another to ask for it.
import { cpSync, existsSync, globSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { FIRST_LOADS, OFFLINE_AREA, SITE_PAGES, siteFiles } from './support/site-files.mjs';
import { node, packageFile, root, run } from './support/tools.mjs';

const ng = packageFile('@angular', 'cli', 'bin', 'ng.js');
const dist = join(root, 'apps/web/dist');
const staffDist = join(dist, 'staff');
const site = join(dist, 'browser');
const PRELOAD = /<link rel="modulepreload" href="[^"]+">/g;
const packed = promisify(brotliCompress);

process.exitCode = await build();

async function build() {
  const both = [
    ['build', 'web'],
    ['run', 'web:staff'],
  ];
  for (const args of both) {
    const { code, output } = await run(node, [ng, ...args, '--progress=false', '--stats-json']);
    if (code !== 0) {
      console.error(output.trimEnd());
      return code;
    }
  }
  namePages();
  const guests = siteFiles(dist);
  const staff = siteFiles(staffDist);
  const guestSizes = await sizesOf(FIRST_LOADS.guests, guests, site);
  const staffSizes = await sizesOf(FIRST_LOADS.staff, staff, join(staffDist, 'browser'));
  writeFileSync(join(dist, 'first-loads.json'), JSON.stringify({ ...guestSizes, ...staffSizes }, null, 2));
  for (const folder of languages()) {
    writePages(SITE_PAGES.guests, guests, readFileSync(join(folder, 'index.html'), 'utf8'), folder);
    addStaff(staff, folder);
  }
  rmSync(staffDist, { recursive: true });
  return 0;
}

/** Beside a renderer Angular names the bare page as if there were drawn ones: here the API draws them. */
function namePages() {
  for (const page of globSync('{,*/}index.csr.html', { cwd: site })) {
    renameSync(join(site, page), join(site, page.replace('.csr', '')));
  }
}

/** The folders of the site's languages, the first one's outside of the others. */
function languages() {
  const names = readdirSync(site).filter((name) => existsSync(join(site, name, 'index.html')));
  return [site, ...names.map((name) => join(site, name))];
}

/** The staff's application speaks English everywhere. */
function addStaff(files, folder) {
  const from = join(staffDist, 'browser');
  const html = readFileSync(join(from, 'index.html'), 'utf8');
  cpSync(from, folder, { recursive: true, filter: (path) => !path.endsWith('index.html') });
  const base = folder === site ? '/' : `/${folder.slice(site.length + 1)}/`;
  writePages(SITE_PAGES.staff, files, html.replace('<base href="/">', `<base href="${base}">`), folder);
  writeWorker(files, folder);
}

/** The worker with the list of what it keeps: scripts, styles and the face of the kitchen. */
function writeWorker(files, folder) {
  const scripts = new Set([
    ...files.scriptsOf(SITE_PAGES.staff['kitchen.html']),
    ...files.everyScriptOf([OFFLINE_AREA]),
  ]);
  const styles = readdirSync(folder).filter((file) => /^styles-.*\.css$/.test(file));
  const faces = readdirSync(join(folder, 'media')).filter((file) => /^atkinson.*-latin-wght-normal-/.test(file));
  const list = [
    ...scripts,
    ...styles,
    ...faces.map((file) => `media/${file}`),
    'kitchen.webmanifest',
    'kitchen-icon.svg',
  ];
  const program = readFileSync(join(root, 'apps/web/worker/kitchen-worker.js'), 'utf8');
  writeFileSync(join(folder, 'kitchen-worker.js'), `const FILES = ${JSON.stringify(list)};\n${program}`);
}

function writePages(pages, files, html, folder) {
  for (const [page, entries] of Object.entries(pages)) {
    const links = files.scriptsOf(entries).map((file) => `<link rel="modulepreload" href="${file}">`);
    writeFileSync(join(folder, page), html.replace(PRELOAD, '').replace('</body>', `${links.join('')}</body>`));
  }
}

/** The brotli bytes of the scripts of each first load. */
async function sizesOf(loads, files, folder) {
  const sizeOf = async (file) => (await packed(readFileSync(join(folder, file)))).length;
  const sizes = {};
  for (const [name, entries] of Object.entries(loads)) {
    const bytes = await Promise.all(files.scriptsOf(entries).map(sizeOf));
    sizes[name] = bytes.reduce((sum, each) => sum + each, 0);
  }
  return sizes;
}
