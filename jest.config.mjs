import { readFileSync } from 'node:fs';
import angularPresets from 'jest-preset-angular/presets/index.js';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

// Our files import each other as "./name.js", as Node wants it; under test they are still "./name.ts".
const sourceNames = {
  '^@comanda/shared$': '<rootDir>/libs/shared/src/index.ts',
  '^@comanda/shared/kitchen$': '<rootDir>/libs/shared/src/kitchen/index.ts',
  '^@comanda/shared/pricing$': '<rootDir>/libs/shared/src/pricing/index.ts',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

// Outlives the folder that a run writes to.
const cacheDirectory = new URL('.cache/jest', import.meta.url).pathname;

const onNode = {
  rootDir: import.meta.dirname,
  cacheDirectory,
  testEnvironment: '<rootDir>/scripts/jest/one-realm-environment.mjs',
  runtime: '<rootDir>/scripts/jest/shared-packages-runtime.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  // "js" before "ts": a package that ships both is taken as it would be at run time.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: sourceNames,
  modulePathIgnorePatterns: ['/dist/'],
  transform: { '\\.ts$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
};

const angular = angularPresets.createEsmPreset({ tsconfig: '<rootDir>/apps/web/tsconfig.json' });

const onDatabase = ['<rootDir>/apps/{api,cli}/**/*.db-spec.ts', '<rootDir>/apps/{api,cli}/**/*.e2e-spec.ts'];

/** One project for each kind of test; the service and HTTP tests run on both databases. */
export default {
  rootDir: import.meta.dirname,
  testTimeout: 20_000,
  // A busy machine needs more than Jest's half second to end a worker, and then it blames the tests.
  workerGracefulExitTimeout: 15_000,
  // scripts/test.mjs brings its own compact reporter; a plain call of Jest keeps the usual one.
  reporters: process.env.COMANDA_JEST_REPORTER ? [JSON.parse(process.env.COMANDA_JEST_REPORTER)] : ['default'],
  projects: [
    { ...onNode, displayName: 'shared', testMatch: ['<rootDir>/libs/shared/src/**/*.spec.ts'] },
    { ...onNode, displayName: 'rules', testMatch: ['<rootDir>/apps/{api,cli}/**/*.spec.ts'] },
    {
      ...onNode,
      displayName: 'sqlite',
      testMatch: onDatabase,
      setupFiles: ['<rootDir>/scripts/jest/sqlite-env.mjs'],
    },
    {
      ...onNode,
      displayName: 'mariadb',
      testMatch: [...onDatabase, '<rootDir>/apps/api/**/*.race-spec.ts'],
      setupFiles: ['<rootDir>/scripts/jest/mariadb-env.mjs'],
    },
    {
      ...angular,
      rootDir: import.meta.dirname,
      cacheDirectory,
      displayName: 'web',
      testMatch: ['<rootDir>/apps/web/src/**/*.spec.ts'],
      moduleNameMapper: { ...angular.moduleNameMapper, ...sourceNames },
      modulePathIgnorePatterns: ['/dist/'],
      setupFilesAfterEnv: ['<rootDir>/apps/web/jest.setup.ts'],
    },
  ],
};
