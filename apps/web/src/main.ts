import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { guestRoutes } from './app/guest/guest.routes';

/** The guests' site. The staff's is an application of its own, so that neither loads anything of the other. */
bootstrapApplication(App, appConfig(guestRoutes)).catch((error: unknown) => console.error(error));
