import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { type Routes, TitleStrategy, provideRouter, withComponentInputBinding } from '@angular/router';
import { csrfInterceptor, problemInterceptor } from './core/api/interceptors';
import { PageTitle } from './core/page-title';

export const appConfig = (routes: Routes): ApplicationConfig => ({
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([csrfInterceptor, problemInterceptor])),
    provideRouter(routes, withComponentInputBinding()),
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
});
