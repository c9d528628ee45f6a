// npm start: builds what has changed, then runs the product in this very process, so that signals reach it.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build } from './support/build-parts.mjs';
import { requireNode24, root } from './support/tools.mjs';

requireNode24();
if (!(await build(['shared', 'contracts', 'api', 'web']))) process.exit(1);
await import(pathToFileURL(join(root, 'apps/api/dist/main.js')).href);
