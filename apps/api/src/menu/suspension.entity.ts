import type { SuspendableKind, SuspensionCause } from '@comanda/shared';
import { Entity } from 'typeorm';
import { InstantColumn, NameColumn, PrimaryIdColumn } from '../platform/database/index.js';

/** Something taken off sale ("86"). A person's and an automatic one stand side by side. */
@Entity('suspensions')
export class SuspensionEntity {
  @PrimaryIdColumn()
  locationId!: string;

  @PrimaryIdColumn()
  targetKind!: SuspendableKind;

  @PrimaryIdColumn()
  targetId!: string;

  @PrimaryIdColumn()
  cause!: SuspensionCause;

  @NameColumn(200, { nullable: true })
  reason!: string | null;

  @InstantColumn({ nullable: true })
  until!: number | null;

  @InstantColumn()
  since!: number;

  @NameColumn(100)
  by!: string;
}
