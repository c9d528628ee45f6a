import js from '@eslint/js';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/*-spec.ts', 'apps/web/e2e/**/*.ts', 'apps/*/{test,src/testing}/**/*.ts'];
const typescript = ['{apps,libs}/**/*.ts'];
const NODE_GLOBALS = ['AbortSignal', 'Buffer', 'URL', 'console', 'fetch', 'performance', 'process', 'setTimeout'];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.angular/', 'test-results/', 'coverage/', 'var/'] },
  {
    files: typescript,
    extends: [js.configs.recommended, ...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 50 }],
      complexity: ['error', 12],
      'max-params': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['apps/web/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['apps/web/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    // A describe block is a chapter, not a function; a migration is a list of statements.
    files: [...specs, '**/migrations/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // What comes back from the wire in a test is compared, not used.
    files: specs,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])),
    },
    rules: { 'max-lines': ['error', 400], 'max-lines-per-function': ['error', { max: 50 }], complexity: ['error', 12] },
  },
);
