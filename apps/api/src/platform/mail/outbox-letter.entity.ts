import { Column, Entity } from 'typeorm';
import { InstantColumn, NameColumn, PrimaryIdColumn } from '../database/index.js';

/** A letter that was written and sent nowhere. */
@Entity('outbox_letters')
export class OutboxLetterEntity {
  @PrimaryIdColumn()
  id!: string;

  @NameColumn(254)
  recipient!: string;

  @NameColumn(200)
  subject!: string;

  @Column({ type: 'text' })
  body!: string;

  @InstantColumn()
  writtenAt!: number;
}
