import { type BootstrapContext, bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { serverConfig } from './server/server-config';

/** The site as it is drawn in the house, before it is sent. */
export default (context: BootstrapContext) => bootstrapApplication(App, serverConfig, context);
