export { serveSite } from './serve-site.js';
export { inlineScriptsOfSite } from './site-folder.js';
export { SiteModule } from './site.module.js';
