import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database, FOR_UPDATE } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { GroupBasketEntity } from './group-basket.entity.js';
import type { GroupBasket, GroupPerson, WholeGroup } from './group-basket.js';
import { GroupPersonEntity } from './group-person.entity.js';

const SWEPT_AT_ONCE = 200;

@Injectable()
export class GroupBasketRepository {
  constructor(private readonly database: Database) {}

  async findByLink(token: string): Promise<WholeGroup | null> {
    const basket = await this.database.reader.findOneBy(GroupBasketEntity, { token });
    return basket && this.#withPeople(basket);
  }

  async find(id: string): Promise<WholeGroup | null> {
    const basket = await this.database.reader.findOneBy(GroupBasketEntity, { id });
    return basket && this.#withPeople(basket);
  }

  async findPerson(token: string): Promise<GroupPerson | null> {
    return this.database.reader.findOneBy(GroupPersonEntity, { token });
  }

  /** Both are read as they are now, whatever the transaction has seen before. */
  async lock(tx: Tx, id: string): Promise<WholeGroup | null> {
    const [baskets, people] = [tx.table(GroupBasketEntity), tx.table(GroupPersonEntity)];
    const [[found] = [], rows = []] = await tx.send([
      baskets.select(`id = ?${FOR_UPDATE}`, [id]),
      people.select(`basketId = ? ORDER BY id${FOR_UPDATE}`, [id]),
    ]);
    return found ? { basket: baskets.read(found), people: rows.map((row) => people.read(row)) } : null;
  }

  insert(tx: Tx, basket: GroupBasket): void {
    tx.insert(GroupBasketEntity, [basket]);
  }

  insertPerson(tx: Tx, person: GroupPerson): void {
    tx.insert(GroupPersonEntity, [person]);
  }

  save(tx: Tx, { id, ...values }: GroupBasket): void {
    tx.write(tx.table(GroupBasketEntity).update(values, { id }));
  }

  savePerson(tx: Tx, { id, ...values }: GroupPerson): void {
    tx.write(tx.table(GroupPersonEntity).update(values, { id }));
  }

  /** Deletes some of those that ended before an instant; false when there are none. */
  async sweep(tx: Tx, before: number): Promise<boolean> {
    const old = await tx.manager.find(GroupBasketEntity, {
      where: { expiresAt: LessThan(before) },
      order: { expiresAt: 'ASC' },
      take: SWEPT_AT_ONCE,
    });
    if (old.length === 0) return false;
    const ids = old.map(({ id }) => id).sort();
    await tx.manager.delete(GroupBasketEntity, { id: In(ids) });
    await tx.manager.delete(GroupPersonEntity, { basketId: In(ids) });
    return true;
  }

  async #withPeople(basket: GroupBasket): Promise<WholeGroup> {
    const where = { basketId: basket.id };
    return { basket, people: await this.database.reader.find(GroupPersonEntity, { where, order: { id: 'ASC' } }) };
  }
}
