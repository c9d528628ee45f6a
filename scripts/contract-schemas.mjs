// Writes the contracts of libs/shared as JSON schemas: what the API's description says of every answer.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { root } from './support/tools.mjs';

const target = join(root, 'libs/shared/dist/contracts/schemas.json');

/** `Item<string>` is plain Item (one language); `Item<Text>` is ItemOfText. */
function plainName(name) {
  return decodeURIComponent(name).replaceAll('<string>', '').replaceAll('<', 'Of').replaceAll('>', '');
}

/** Instants and dates are strings to TypeScript; their names tell which they are. */
function formatOf(key) {
  if (/Date$|^exceptDates$|^validFrom$/.test(key)) return 'date';
  return /(^at|At|^from|^until|^since)$/.test(key) ? 'date-time' : undefined;
}

function refined(schema, key) {
  if (Array.isArray(schema)) return schema.map((each) => refined(each, key));
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([word, value]) => [word, refinedWord(word, value, key)]);
  const result = Object.fromEntries(entries);
  const format = schema.type === 'string' && !schema.enum ? formatOf(key) : undefined;
  if (format) result.format = format;
  return result;
}

function refinedWord(word, value, key) {
  if (word === '$ref') return `#/components/schemas/${plainName(value.replace('#/definitions/', ''))}`;
  // Money, versions, seconds, parts per million: every number on the wire is whole.
  if (word === 'type' && value === 'number') return 'integer';
  if (word === 'type' && Array.isArray(value)) return value.map((each) => (each === 'number' ? 'integer' : each));
  if (word === 'enum' || word === 'required' || word === 'const') return value;
  if (word !== 'properties') return refined(value, key);
  return Object.fromEntries(Object.entries(value).map(([name, property]) => [name, refined(property, name)]));
}

const { definitions } = createGenerator({
  path: join(root, 'libs/shared/src/index.ts'),
  tsconfig: join(root, 'libs/shared/tsconfig.build.json'),
  expose: 'export',
  jsDoc: 'extended',
  functions: 'hide',
  topRef: true,
  skipTypeCheck: true,
  additionalProperties: false,
}).createSchema('*');

const schemas = Object.entries(definitions).map(([name, schema]) => [plainName(name), refined(schema, '')]);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify(Object.fromEntries(schemas), null, 1));
