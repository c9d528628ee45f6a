// npm run build: the shared rules, the api and the site, each only when its inputs have changed.
import { build } from './support/build-parts.mjs';

process.exitCode = (await build()) ? 0 : 1;
