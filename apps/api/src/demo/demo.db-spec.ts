import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { validateMenu } from '@comanda/shared';
import { openTestDatabase } from '../../test/test-database.js';
import { LocationDirectory } from '../locations/index.js';
import { MenuStore } from '../menu/index.js';
import { ClockModule } from '../platform/clock/index.js';
import { DatabaseModule } from '../platform/database/index.js';
import { EventsModule } from '../platform/events/index.js';
import { HttpModule } from '../platform/http/index.js';
import { SCHEMA } from '../schema.js';
import { demoMenu } from './demo-menu.js';
import { Demo, DemoModule, DemoPhotos } from './index.js';

async function startDemo() {
  const { settings, close } = await openTestDatabase();
  const imports = [DatabaseModule.register(settings, SCHEMA), ClockModule, EventsModule, HttpModule, DemoModule];
  const app = await Test.createTestingModule({ imports }).compile();
  await app.init();
  return {
    app,
    close: async () => {
      await app.close();
      await close();
    },
  };
}

/** A folder with the picture of one dish: all of them would take a while. */
function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-pictures-'));
  copyFileSync(join(import.meta.dirname, 'pictures', name), join(folder, name));
  return folder;
}

describe('the demo restaurant', () => {
  it('has a picture for no dish that is not on the menu', () => {
    const dishes = demoMenu().items.map(({ id }) => `${id}.webp`);
    const pictures = readdirSync(join(import.meta.dirname, 'pictures'));
    expect(pictures).toHaveLength(18);
    expect(pictures.filter((name) => !dishes.includes(name))).toEqual([]);
  });

  it('shows its pictures once, and never on a menu that somebody has changed', async () => {
    const { app, close } = await startDemo();
    const { locationId = '' } = (await app.get(Demo).seed()) ?? {};
    const menus = app.get(MenuStore);
    await app.get(DemoPhotos).show(folderOf('leeks.webp'));
    const { number, document } = await menus.current(locationId);
    const shown = document.items.filter(({ photo }) => photo !== undefined);
    expect(shown.map(({ id, photo }) => [id, photo?.alt])).toEqual([
      ['leeks', { en: 'Charred leeks', de: 'Verkohlter Lauch' }],
    ]);
    await app.get(DemoPhotos).show(folderOf('bream.webp'));
    expect((await menus.current(locationId)).number).toBe(number);
    await close();
  });

  it('has a menu without anything to mend', () => {
    expect(validateMenu(demoMenu())).toEqual([]);
    expect(demoMenu().items).toHaveLength(21);
  });

  it('is made once, on an empty database, and takes orders', async () => {
    const { app, close } = await startDemo();
    const access = await app.get(Demo).seed();
    expect(access?.tablePaths).toHaveLength(8);
    expect(access?.staff).toHaveLength(4);
    expect(await app.get(Demo).seed()).toBeNull();
    const directory = app.get(LocationDirectory);
    const [location] = await directory.list();
    expect(location && directory.toView(location).acceptingOrders).toBe(true);
    await close();
  });
});
