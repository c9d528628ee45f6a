import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from '../../support/tools.mjs';

/** A module of the built product, the very one that the product itself will use. */
export const productModule = (path) => import(pathToFileURL(join(root, 'apps/api/dist', path)).href);
