import type { Role } from '@comanda/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  NameColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../platform/database/index.js';

@Entity('staff_accounts')
export class StaffAccountEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  locationId!: string;

  @NameColumn(80)
  name!: string;

  /** Lower case. */
  @NameColumn(254, { unique: true })
  email!: string;

  @WordColumn()
  role!: Role;

  /** argon2id in PHC form. */
  @NameColumn(255)
  passwordHash!: string;

  @FlagColumn()
  active!: boolean;

  @InstantColumn()
  createdAt!: number;
}
