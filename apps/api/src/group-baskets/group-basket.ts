import type { GroupBasketEntity } from './group-basket.entity.js';
import type { GroupPersonEntity } from './group-person.entity.js';

export type GroupBasket = GroupBasketEntity;
export type GroupPerson = GroupPersonEntity;

/** A basket with its people, the host first. */
export interface WholeGroup {
  readonly basket: GroupBasket;
  readonly people: readonly GroupPerson[];
}
