import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { csrfInterceptor, problemInterceptor } from './app/core/api/interceptors';
import { staffRoutes } from './app/staff.routes';

/** The office and the kitchen. */
const http = provideHttpClient(withInterceptors([csrfInterceptor, problemInterceptor]));
bootstrapApplication(App, appConfig(staffRoutes, [http])).catch((error: unknown) => console.error(error));
