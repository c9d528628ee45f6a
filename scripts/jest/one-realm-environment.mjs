// The environment of the tests that run on Node: spec files share the worker's realm (see shared-packages-runtime.mjs),
// so this clears up what a file leaves behind there.
import { TestEnvironment } from 'jest-environment-node';

const testFunctions = ['describe', 'it', 'test', 'expect', 'beforeAll', 'beforeEach', 'afterEach', 'afterAll'];
/** `expect` lives in a realm of its own and compares what `expect.any` is given with these. */
const builtIns = { Array, BigInt, Boolean, Function, Number, Object, String, Symbol };
/** What packages keep on the global object about the classes of a file. */
const registers = ['typeormMetadataArgsStorage', 'classValidatorMetadataStorage'];

export default class OneRealmEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, builtIns);
    this.outerEnv = { ...process.env };
    for (const name of testFunctions) {
      Object.defineProperty(globalThis, name, { configurable: true, get: () => this.global[name] });
    }
  }

  async teardown() {
    for (const name of [...testFunctions, ...registers]) delete globalThis[name];
    for (const name of Object.keys(process.env)) if (!(name in this.outerEnv)) delete process.env[name];
    Object.assign(process.env, this.outerEnv);
    await super.teardown();
  }
}
