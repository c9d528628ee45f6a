import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { SCHEMA } from './schema.js';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8');

describe("the operators' guide", () => {
  it('says of every table where it lies when restaurants are parted', () => {
    const entities = new Set<unknown>(Object.values(SCHEMA.entities));
    const tables = getMetadataArgsStorage().tables.filter(({ target }) => entities.has(target));
    const names = tables.map(({ name }) => String(name)).filter((name) => !name.startsWith('guest_'));
    expect(names).toContain('orders');
    expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});
