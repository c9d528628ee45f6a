import type { AvailabilityRule, Weekday } from '@comanda/shared';
import { IntField, IntListField, StringField, StringListField } from '../../platform/http/index.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const OTHER_DATE = { optional: true, nullable: false, max: 10, pattern: DATE, example: '2026-12-31' } as const;

/** When something is on sale, in the restaurant's local time. Whether the dates exist is told by the menu's own checks. */
export class AvailabilityRuleDto implements AvailabilityRule {
  @IntListField({ min: 1, max: 7, items: 7, description: '1 is Monday' })
  days!: Weekday[];

  @IntField({ min: 0, max: 1439, description: 'Minutes after midnight' })
  fromMinute!: number;

  @IntField({ min: 1, max: 2880, description: 'Exclusive; above 1440 on the next day' })
  toMinute!: number;

  @StringField(OTHER_DATE)
  fromDate?: string;

  @StringField(OTHER_DATE)
  toDate?: string;

  @StringListField({ optional: true, nullable: false, max: 400, length: 10 })
  exceptDates?: string[];
}
