import type { GroupLine } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  LargeJsonColumn,
  NameColumn,
  PrimaryIdColumn,
} from '../platform/database/index.js';

/** Somebody in a group, with the whole of their part: two people never write the same row. */
@Entity('group_people')
@Index('group_people_secret', ['token'], { unique: true })
@Index('group_people_of_basket', ['basketId', 'id'])
export class GroupPersonEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  basketId!: string;

  /** This person's own secret. */
  @IdColumn()
  token!: string;

  @NameColumn(80)
  name!: string;

  @FlagColumn()
  isHost!: boolean;

  @CountColumn()
  version!: number;

  @LargeJsonColumn()
  lines!: GroupLine[];
}
