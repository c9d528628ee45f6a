import type { Allergen, DietTag } from '@comanda/shared';
import { Entity } from 'typeorm';
import { InstantColumn, JsonColumn, NameColumn, PrimaryIdColumn, WordColumn } from '../../platform/database/index.js';

@Entity('guest_accounts')
export class GuestAccountEntity {
  @PrimaryIdColumn()
  id!: string;

  /** Lower case. */
  @NameColumn(254, { unique: true })
  email!: string;

  @NameColumn(80, { nullable: true })
  name!: string | null;

  @NameColumn(32, { nullable: true })
  phone!: string | null;

  @WordColumn()
  language!: string;

  @JsonColumn()
  diets!: DietTag[];

  @JsonColumn()
  without!: Allergen[];

  @InstantColumn()
  createdAt!: number;
}
