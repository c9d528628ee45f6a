import { Test } from '@nestjs/testing';
import { validateMenu } from '@comanda/shared';
import { openTestDatabase } from '../../test/test-database.js';
import { LocationDirectory } from '../locations/index.js';
import { ClockModule } from '../platform/clock/index.js';
import { DatabaseModule } from '../platform/database/index.js';
import { EventsModule } from '../platform/events/index.js';
import { HttpModule } from '../platform/http/index.js';
import { SCHEMA } from '../schema.js';
import { demoMenu } from './demo-menu.js';
import { Demo, DemoModule } from './index.js';

describe('the demo restaurant', () => {
  it('has a menu without anything to mend', () => {
    expect(validateMenu(demoMenu())).toEqual([]);
    expect(demoMenu().items).toHaveLength(21);
  });

  it('is made once, on an empty database, and takes orders', async () => {
    const { settings, close } = await openTestDatabase();
    const imports = [DatabaseModule.register(settings, SCHEMA), ClockModule, EventsModule, HttpModule, DemoModule];
    const app = await Test.createTestingModule({ imports }).compile();
    await app.init();
    const access = await app.get(Demo).seed();
    expect(access?.tablePaths).toHaveLength(8);
    expect(access?.staff).toHaveLength(4);
    expect(await app.get(Demo).seed()).toBeNull();
    const directory = app.get(LocationDirectory);
    const [location] = await directory.list();
    expect(location && directory.toView(location).acceptingOrders).toBe(true);
    await app.close();
    await close();
  });
});
