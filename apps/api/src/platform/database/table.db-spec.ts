import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/test-database.js';
import { SuspensionEntity } from '../../menu/suspension.entity.js';
import { Table, Transactions } from './index.js';

const KEY = { locationId: 'casa', targetKind: 'item', targetId: 'soup', cause: 'manual' } as const;
/** Everything that could end a text too early, or be taken for a mark. */
const REASON = `O'Hara's \\' -- "why?" ; \0\n\t € 😀`;

describe('a table', () => {
  let dataSource: DataSource;
  let close: () => Promise<void>;
  let table: Table<SuspensionEntity>;

  beforeAll(async () => {
    ({ dataSource, close } = await openTestDatabase());
    table = Table.of(dataSource.manager, SuspensionEntity);
  });
  afterAll(() => close());

  const suspension = { ...KEY, reason: null, until: null, since: 5, by: 'Ana' };
  const read = () => dataSource.manager.findOneBy(SuspensionEntity, KEY);
  const afresh = async (values: Partial<SuspensionEntity> = {}): Promise<SuspensionEntity> => {
    await dataSource.manager.clear(SuspensionEntity);
    await new Transactions(dataSource).run(async (tx) => tx.insert(SuspensionEntity, [{ ...suspension, ...values }]));
    const rows = await dataSource.query<object[]>(`SELECT ${table.columns} FROM suspensions`);
    return table.readToChange(rows[0] as never);
  };

  it('gives back the very text that was put in, whatever stands in it', async () => {
    await afresh({ reason: REASON });
    expect(await read()).toMatchObject({ reason: REASON });
  });

  it('writes what was changed of a row, and nothing else', async () => {
    const row = await afresh();
    Object.assign(row, { reason: REASON, since: 6 });
    const [statement, ...others] = table.change(row, KEY);
    expect([statement?.sql.match(/SET (.*) WHERE/)?.[1], others]).toEqual(['`reason` = ?, `since` = ?', []]);
    await new Transactions(dataSource).run(async (tx) => tx.write(...(statement ? [statement] : [])));
    expect(await read()).toMatchObject({ reason: REASON, since: 6, by: 'Ana' });
  });

  it('writes nothing of a row that is as it was', async () => {
    const row = await afresh();
    expect(table.change(row, KEY)).toEqual([]);
  });

  it('writes a change back that is taken back before the transaction ends', async () => {
    const row = await afresh();
    row.by = 'Ben';
    const there = table.change(row, KEY);
    row.by = 'Ana';
    await new Transactions(dataSource).run(async (tx) => tx.write(...there, ...table.change(row, KEY)));
    expect(await read()).toMatchObject({ by: 'Ana' });
  });

  it('writes all of a row of which it does not know what is stored', async () => {
    await afresh();
    const changed = { ...suspension, by: 'Ben' };
    await new Transactions(dataSource).run(async (tx) => tx.write(...table.change(changed, KEY)));
    expect(await read()).toMatchObject({ by: 'Ben', since: 5 });
  });
});
