import { provideServerRendering } from '@angular/platform-server';
import { appConfig } from '../app/app.config';
import { ASK } from '../app/core/api/public-api';
import { EVENT_SOURCE, type EventStream } from '../app/core/live/event-source-factory';
import { guestRoutes } from '../app/guest/guest.routes';
import { HOUSE_ANSWERS, askTheHouse } from './house-answers';

const SILENT_STREAM: EventStream = {
  onopen: null,
  onerror: null,
  addEventListener: () => undefined,
  close: () => undefined,
};

export const serverConfig = appConfig(guestRoutes, [
  provideServerRendering(),
  { provide: ASK, useFactory: askTheHouse, deps: [HOUSE_ANSWERS] },
  { provide: EVENT_SOURCE, useValue: () => SILENT_STREAM },
]);
