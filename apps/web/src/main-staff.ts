import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { staffRoutes } from './app/staff.routes';

/** The office and the kitchen. */
bootstrapApplication(App, appConfig(staffRoutes)).catch((error: unknown) => console.error(error));
