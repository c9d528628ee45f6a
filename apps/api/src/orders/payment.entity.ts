import type { PaymentMethod } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  NameColumn,
  PrimaryIdColumn,
  WordColumn,
} from '../platform/database/index.js';

@Entity('payments')
@Index('payments_of_order', ['orderId', 'id'])
export class PaymentEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  orderId!: string;

  @WordColumn()
  method!: PaymentMethod;

  @CountColumn()
  amountMinor!: number;

  @InstantColumn()
  at!: number;

  @NameColumn(100)
  by!: string;
}
