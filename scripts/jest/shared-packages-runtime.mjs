// A Jest runtime in which every spec file gets our own sources anew, but the packages of node_modules are loaded once
// by each worker: loading Nest, TypeORM and Fastify again for each file took half the time of a small HTTP test.
//
// Our sources run in the worker's own realm, so that `instanceof Error` and `Array` mean the same here and in a package.
import { createRequire } from 'node:module';
import { types } from 'node:util';
import { SyntheticModule } from 'node:vm';
import jestRuntime from 'jest-runtime';

const require = createRequire(import.meta.url);
const Runtime = jestRuntime.default ?? jestRuntime;
const inPackages = `${new URL('../../node_modules/', import.meta.url).pathname}`;
const packageModules = new Map();

function exportsOf(loaded) {
  if (types.isModuleNamespaceObject(loaded)) return { ...loaded };
  const named = loaded !== null && ['object', 'function'].includes(typeof loaded) ? { ...loaded } : {};
  return { ...named, default: loaded, 'module.exports': loaded };
}

function packageModule(path) {
  let module = packageModules.get(path);
  if (!module) {
    const exports = exportsOf(require(path));
    module = new SyntheticModule(
      Object.keys(exports),
      function setExports() {
        for (const [name, value] of Object.entries(exports)) this.setExport(name, value);
      },
      { identifier: path },
    );
    module.evaluate();
    packageModules.set(path, module);
  }
  return module;
}

const isBare = (specifier) => /^[@a-z]/.test(specifier) && !specifier.includes(':') && specifier !== '@jest/globals';

/** Teaches a loader of Jest's where the packages are. */
function sharePackages(loader) {
  const { resolution, registries } = loader;
  const packagePath = (specifier, from) => {
    if (!isBare(specifier) || resolution.isCoreModule(specifier)) return undefined;
    const path = resolution.resolveEsm(from, specifier);
    return path.startsWith(inPackages) && !path.endsWith('.json') ? path : undefined;
  };

  loader.getContext = () => undefined;

  const resolveInGraph = loader.resolveSpecifierForSyncGraph.bind(loader);
  loader.resolveSpecifierForSyncGraph = (from, specifier, ...rest) => {
    const path = packagePath(specifier, from);
    if (!path) return resolveInGraph(from, specifier, ...rest);
    registries.getActiveEsmRegistry().set(path, packageModule(path));
    return { cacheKey: path, enqueue: { cacheKey: path, modulePath: path }, modulePath: path };
  };

  const resolveModule = loader.resolveModule.bind(loader);
  loader.resolveModule = async (specifier, from, context) => {
    const path = packagePath(specifier, from);
    return path ? packageModule(path) : resolveModule(specifier, from, context);
  };
}

export default class SharedPackagesRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    sharePackages(this.esmLoader);
  }
}
