import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';

export type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Made from the types of libs/shared by scripts/contract-schemas.mjs. */
const FILE = join(import.meta.dirname, '../../../../../libs/shared/dist/contracts/schemas.json');

export function contractSchemas(): Schemas {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Schemas;
}

export const schemaRef = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** The schemas that a value refers to, and those that they refer to. Throws on a name that is not there. */
export function reachableSchemas(value: unknown, known: Schemas): Schemas {
  const found: Schemas = {};
  const waiting = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of namesIn(next)) {
      if (name in found) continue;
      const schema = known[name];
      if (!schema) throw new Error(`There is no contract or request "${name}" to describe the API with.`);
      found[name] = schema;
      waiting.push(schema);
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function namesIn(value: unknown): string[] {
  const refs = JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"/]+)"/g);
  return [...refs].map(([, name = '']) => name);
}
