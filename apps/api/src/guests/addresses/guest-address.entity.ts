import type { DeliveryAddress } from '@comanda/shared';
import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, JsonColumn, NameColumn, PrimaryIdColumn } from '../../platform/database/index.js';

@Entity('guest_addresses')
@Index('guest_addresses_guest', ['guestId', 'id'])
export class GuestAddressEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn()
  guestId!: string;

  @NameColumn(40, { nullable: true })
  label!: string | null;

  @JsonColumn()
  address!: DeliveryAddress;

  @FlagColumn()
  isDefault!: boolean;
}
