// npm run comanda -- <command>: builds the command-line tool when it has changed, then runs it in this very process.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build } from './support/build-parts.mjs';
import { requireNode24, root } from './support/tools.mjs';

requireNode24();
// With --here the product itself does the work.
const parts = process.argv.includes('--here') ? ['shared', 'contracts', 'api', 'cli'] : ['shared', 'cli'];
if (!(await build(parts, () => undefined))) process.exit(1);
// Files are named as seen from where npm was called.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(join(root, 'apps/cli/dist/main.js')).href);
