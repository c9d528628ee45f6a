// What the bundler says of the site's files: which scripts an entry needs before it can begin.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the statistics that `ng build --stats-json` leaves beside an application. */
export function siteFiles(folder) {
  const { outputs } = JSON.parse(readFileSync(join(folder, 'browser-stats.json'), 'utf8'));
  const fileOf = (entry) => {
    const file = Object.keys(outputs).find((name) => outputs[name].entryPoint === `apps/web/src/${entry}`);
    if (file === undefined) throw new Error(`The built site has no script for apps/web/src/${entry}.`);
    return file;
  };
  return {
    scriptsOf: (entries) => closure(outputs, entries.map(fileOf), ['import-statement']),
    /** With all that an area loads later. */
    everyScriptOf: (entries) => closure(outputs, entries.map(fileOf), ['import-statement', 'dynamic-import']),
  };
}

/** The files and all that they import in one of these ways. */
function closure(outputs, files, kinds) {
  const all = new Set();
  const add = (file) => {
    if (all.has(file)) return;
    all.add(file);
    const imports = outputs[file]?.imports ?? [];
    for (const { path, kind } of imports) if (kinds.includes(kind)) add(path);
  };
  for (const file of files) add(file);
  return [...all].filter((file) => file.endsWith('.js'));
}

const office = ['main-staff.ts', 'app/admin/admin.routes.ts'];
const kitchen = ['main-staff.ts', 'app/kitchen/kitchen.routes.ts'];
const floor = ['main-staff.ts', 'app/floor/floor.routes.ts'];
const pickup = ['main-staff.ts', 'app/kitchen/pickup/pickup.routes.ts'];

/** What the kitchen keeps on the device, to come up without the server. */
export const OFFLINE_AREA = 'app/kitchen/kitchen.routes.ts';

/** The pages of each application, and what each loads at once. The names are the first parts of their addresses. */
export const SITE_PAGES = {
  guests: { 'index.html': ['main.ts'] },
  staff: { 'admin.html': office, 'kitchen.html': kitchen, 'floor.html': floor, 'board.html': pickup },
};

/** What is loaded before somebody can do something there; its size is held by a test. */
export const FIRST_LOADS = {
  guests: { menu: ['main.ts'] },
  staff: {
    board: [...kitchen, 'app/kitchen/board/board-page.ts'],
    expo: [...kitchen, 'app/kitchen/expo/expo-page.ts'],
    floor: [...floor, 'app/floor/floor-page.ts'],
    orders: [...office, 'app/admin/shell/office-shell.ts', 'app/admin/orders/orders-page.ts'],
    'office menu': [...office, 'app/admin/shell/office-shell.ts', 'app/admin/menu/menu-page.ts'],
  },
};
