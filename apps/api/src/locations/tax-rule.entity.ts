import type { FulfilmentType } from '@comanda/shared';
import { Entity } from 'typeorm';
import { CountColumn, PrimaryIdColumn } from '../platform/database/index.js';

@Entity('tax_rules')
export class TaxRuleEntity {
  @PrimaryIdColumn()
  locationId!: string;

  @PrimaryIdColumn()
  taxClass!: string;

  @PrimaryIdColumn()
  fulfilment!: FulfilmentType;

  /** First local date, `2026-01-01`. */
  @PrimaryIdColumn()
  validFrom!: string;

  @CountColumn()
  ratePpm!: number;
}
