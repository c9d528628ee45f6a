import type {
  AvailabilityRule,
  ChangeLocationRequest,
  CutleryOffer,
  DeliveryZone,
  FulfilmentType,
  LocationSettings,
  SlotMinutes,
  SlotSettings,
  StationLimit,
  StationRequest,
  TableRequest,
  TaxRule,
  Weekday,
} from '@comanda/shared';
import { CUTLERY_OFFERS, DELIVERY_LIMITS, FULFILMENT_TYPES, LIMITS, SLOT_LIMITS } from '@comanda/shared';
import {
  BooleanField,
  EnumField,
  IntField,
  IntListField,
  ListField,
  ObjectField,
  StringField,
  StringListField,
} from '../platform/http/index.js';
import { GeoPointDto } from './delivery-address.dto.js';

const ID = { min: 1, max: 32, pattern: /^[\w.-]+$/ };
const DATE = { min: 10, max: 10, pattern: /^\d{4}-\d{2}-\d{2}$/ };
const SECONDS = { min: 1, max: 86_400, optional: true };
const LISTED = 200;

export class OpeningHoursDto implements AvailabilityRule {
  @IntListField({ min: 1, max: 7, items: 7, example: [1, 2, 3, 4, 5], description: '1 is Monday, 7 is Sunday' })
  days!: Weekday[];

  @IntField({ min: 0, max: 1439, example: 660, description: 'Minutes after midnight' })
  fromMinute!: number;

  @IntField({ min: 1, max: 2880, example: 1560, description: 'Exclusive; past midnight it goes on: 1560 is 02:00' })
  toMinute!: number;

  @StringField({ ...DATE, optional: true })
  fromDate?: string;

  @StringField({ ...DATE, optional: true })
  toDate?: string;

  @StringListField({ max: LISTED, length: 10, optional: true })
  exceptDates?: string[];
}

export class ReadyMinutesDto {
  @IntField({ min: 0, max: 1440, example: 15 })
  from!: number;

  @IntField({ min: 0, max: 1440, example: 25 })
  until!: number;
}

export class StationDto implements StationRequest {
  @StringField({ ...ID, example: 'grill' })
  id!: string;

  @StringField({ min: 1, max: 100, example: 'Grill' })
  name!: string;

  @BooleanField({ optional: true })
  isDefault?: boolean;

  @IntField(SECONDS)
  dueSoonSeconds?: number;

  @IntField(SECONDS)
  lateSeconds?: number;
}

export class TableDto implements TableRequest {
  @StringField({ min: 1, max: LIMITS.idLength, optional: true })
  id?: string;

  @StringField({ min: 1, max: 100, example: '12' })
  name!: string;
}

export class TaxRuleDto implements TaxRule {
  @StringField({ ...ID, example: 'standard' })
  taxClass!: string;

  @EnumField(FULFILMENT_TYPES)
  fulfilment!: FulfilmentType;

  @StringField({ ...DATE, example: '2026-01-01', description: 'First local date' })
  validFrom!: string;

  @IntField({ min: 0, max: 1_000_000, example: 88_750, description: 'Parts per million: 88750 is 8.875 %' })
  ratePpm!: number;
}

export class StationLimitDto implements StationLimit {
  @StringField({ ...ID, example: 'grill' })
  stationId!: string;

  @IntField({ min: 1, max: SLOT_LIMITS.perSlot, example: 12 })
  dishesPerSlot!: number;
}

export class SlotSettingsDto implements SlotSettings {
  @IntField({ min: 5, max: 60, example: 15, description: '5, 10, 15, 20, 30 or 60' })
  slotMinutes!: SlotMinutes;

  @IntField({ min: 0, max: SLOT_LIMITS.daysAhead, example: 7, description: '0: only today' })
  daysAhead!: number;

  @IntField({ min: 0, max: SLOT_LIMITS.lastOrderMinutes, description: 'The last slot begins so long before closing' })
  lastOrderMinutes!: number;

  @IntField({ min: 1, max: SLOT_LIMITS.perSlot, optional: true, description: 'Without it as many as come' })
  ordersPerSlot?: number;

  @ListField(() => StationLimitDto, { max: SLOT_LIMITS.stations, optional: true })
  stationLimits?: StationLimitDto[];

  @IntField({
    min: 0,
    max: SLOT_LIMITS.holdMinutes,
    optional: true,
    example: 10,
    description: 'How long a time is kept for a guest at the checkout; 0: not at all',
  })
  holdMinutes?: number;
}

export class DeliveryZoneDto implements DeliveryZone {
  @StringField({ ...ID, example: 'centre' })
  id!: string;

  @StringField({ min: 1, max: 100, example: 'City centre' })
  name!: string;

  @StringListField({
    max: DELIVERY_LIMITS.postcodes,
    length: DELIVERY_LIMITS.postcode,
    optional: true,
    example: ['10115', '1012*'],
    description: 'Whole ones, or beginnings with a star',
  })
  postcodes?: string[];

  @ListField(() => GeoPointDto, { max: DELIVERY_LIMITS.corners, optional: true, description: 'Corners of its outline' })
  outline?: GeoPointDto[];

  @IntField({ min: 0, max: LIMITS.priceMinor, example: 350 })
  feeMinor!: number;

  @IntField({ min: 0, max: LIMITS.priceMinor, example: 1500, description: 'The dishes must cost so much' })
  minimumMinor!: number;

  @IntField({ min: 0, max: LIMITS.priceMinor, optional: true, description: 'From so much on the way costs nothing' })
  freeFromMinor?: number;

  @IntField({ min: 0, max: DELIVERY_LIMITS.minutes, example: 20, description: 'The way from the kitchen' })
  minutes!: number;

  @StringField({ ...ID, optional: true, description: 'Of the fee; the standard class without it' })
  taxClass?: string;
}

/** What creating and changing a restaurant have in common. */
export class LocationSettingsDto implements LocationSettings {
  @StringField({ max: LIMITS.phoneLength, optional: true })
  phone?: string | null;

  @StringField({ max: 300, optional: true })
  address?: string | null;

  @StringListField({ max: 20, length: 32, optional: true, example: ['en', 'th'] })
  languages?: string[];

  @StringListField({ max: FULFILMENT_TYPES.length, values: FULFILMENT_TYPES, optional: true })
  fulfilmentTypes?: FulfilmentType[];

  @BooleanField({ optional: true, description: 'Prices contain the tax, or it comes on top' })
  taxInclusive?: boolean;

  @ListField(() => OpeningHoursDto, { max: LISTED, optional: true })
  openingHours?: OpeningHoursDto[];

  @IntField({ min: 0, max: 1439, optional: true, example: 240, description: 'Minute at which the business day ends' })
  businessDayCutoffMinute?: number;

  @BooleanField({
    optional: true,
    description: 'Orders go to the kitchen at once; otherwise staff accept or reject each',
  })
  autoAccept?: boolean;

  @BooleanField({ optional: true, description: 'Dishes of a course start so that they finish together' })
  pacing?: boolean;

  @StringField({ min: 7, max: 7, pattern: /^#[\da-f]{6}$/, optional: true, example: '#b5361c' })
  seedColour?: string;

  @IntListField({ min: 0, max: 100, items: 5, optional: true, example: [5, 10, 15] })
  tipPercents?: number[];

  @EnumField(CUTLERY_OFFERS, {
    optional: true,
    description: 'Whether guests are asked about cutlery and napkins with pickup and delivery',
  })
  cutlery?: CutleryOffer;

  @ObjectField(() => ReadyMinutesDto, { optional: true })
  readyMinutes?: ReadyMinutesDto;

  @ObjectField(() => SlotSettingsDto, { optional: true })
  slots?: SlotSettingsDto;

  @ListField(() => DeliveryZoneDto, {
    max: DELIVERY_LIMITS.zones,
    optional: true,
    description: 'All of them; the first that reaches an address counts',
  })
  deliveryZones?: DeliveryZoneDto[];

  @ListField(() => StationDto, { max: LISTED, optional: true })
  stations?: StationDto[];

  @ListField(() => TableDto, { max: 500, optional: true })
  tables?: TableDto[];

  @ListField(() => TaxRuleDto, { max: LISTED, optional: true })
  taxRules?: TaxRuleDto[];
}

export class ChangeLocationDto extends LocationSettingsDto implements ChangeLocationRequest {
  @StringField({ min: 1, max: LIMITS.nameLength, optional: true })
  name?: string;

  @StringField({ min: 1, max: 64, optional: true, example: 'Asia/Bangkok' })
  timezone?: string;

  @StringField({ min: 2, max: 32, optional: true, example: 'en' })
  defaultLanguage?: string;
}
