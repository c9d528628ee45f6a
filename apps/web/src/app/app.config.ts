import { type ApplicationConfig, type EnvironmentProviders, type Provider } from '@angular/core';
import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { type Routes, TitleStrategy, provideRouter, withComponentInputBinding } from '@angular/router';
import { PageTitle } from './core/page-title';

/** What both applications have, and what one of them needs besides. */
export const appConfig = (
  routes: Routes,
  more: readonly (Provider | EnvironmentProviders)[] = [],
): ApplicationConfig => ({
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withComponentInputBinding()),
    { provide: TitleStrategy, useExisting: PageTitle },
    ...more,
  ],
});
