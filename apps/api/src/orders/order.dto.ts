import type {
  Allergen,
  BasketLine,
  CancelOrderRequest,
  FulfilmentRequest,
  GuestContact,
  OptionChoice,
  PlaceOrderRequest,
  QuoteRequest,
  RecordPaymentRequest,
  RejectOrderRequest,
  SlotsRequest,
} from '@comanda/shared';
import { ALLERGENS, CUTLERY_SETS, FULFILMENT_TYPES, KITCHEN_ANSWERS, LIMITS, PAYMENT_METHODS } from '@comanda/shared';
import { DeliveryAddressDto } from '../locations/index.js';
import {
  EnumField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  StringField,
  StringListField,
} from '../platform/http/index.js';

const ID = { min: 1, max: LIMITS.idLength };
const HOLD_KEY = { min: 16, max: LIMITS.idLength, pattern: /^[\w-]+$/ };
const ALLERGIES = { max: ALLERGENS.length, values: ALLERGENS, optional: true, example: ['nuts'] };

export class OptionChoiceDto implements OptionChoice {
  @StringField(ID)
  groupId!: string;

  @StringField(ID)
  optionId!: string;

  @IntField({ min: 1, max: LIMITS.optionQuantity, optional: true })
  quantity?: number;

  @ListField(() => OptionChoiceDto, { max: LIMITS.optionsPerLine, optional: true })
  options?: OptionChoiceDto[];
}

/** A dish with what was chosen for it. */
export class ChosenDishDto {
  @StringField(ID)
  itemId!: string;

  @StringField({ ...ID, optional: true, description: 'Its size; needed when it has several' })
  variantId?: string;

  @IntField({ min: 1, max: LIMITS.lineQuantity })
  quantity!: number;

  @ListField(() => OptionChoiceDto, { max: LIMITS.optionsPerLine, optional: true })
  options?: OptionChoiceDto[];

  @StringField({ max: LIMITS.lineNoteLength, optional: true })
  note?: string;

  @StringListField({ ...ALLERGIES, description: 'What the guest of this dish is allergic to' })
  allergies?: Allergen[];
}

export class BasketLineDto extends ChosenDishDto implements BasketLine {
  @IntField({
    min: 1,
    max: LIMITS.courses,
    optional: true,
    description: 'The first is fired at once, later ones are held',
  })
  course?: number;

  @StringField({
    max: LIMITS.guestNameLength,
    optional: true,
    description: 'Who wants it, when several order together',
  })
  guestName?: string;

  @IntField({ min: 0, max: LIMITS.priceMinor, optional: true, description: 'Staff with orders.agree-price only' })
  agreedUnitPriceMinor?: number;
}

export class FulfilmentDto implements FulfilmentRequest {
  @EnumField(FULFILMENT_TYPES)
  type!: (typeof FULFILMENT_TYPES)[number];

  @StringField({ ...ID, optional: true, description: "The token of the table's code; needed with dine-in" })
  tableToken?: string;

  @InstantField({ optional: true, description: 'The beginning of a slot; without it as soon as possible' })
  requestedFor?: string;

  @StringField({ ...HOLD_KEY, optional: true, description: 'The key under which that time is held for this order' })
  slotHold?: string;

  @ObjectField(() => DeliveryAddressDto, { optional: true, description: 'Needed with delivery' })
  address?: DeliveryAddressDto;

  @IntField({
    min: 0,
    max: CUTLERY_SETS,
    optional: true,
    example: 2,
    description:
      'Sets of cutlery and napkins to pack, 0 for none; kept with pickup and delivery where the restaurant offers them',
  })
  cutlery?: number;
}

export class GuestContactDto implements GuestContact {
  @StringField({ max: LIMITS.guestNameLength, optional: true })
  name?: string;

  @StringField({
    max: LIMITS.phoneLength,
    optional: true,
    description: 'Needed with delivery, with six digits at least',
  })
  phone?: string;
}

export class SlotsDto implements SlotsRequest {
  @ObjectField(() => FulfilmentDto)
  fulfilment!: FulfilmentDto;

  @ListField(() => BasketLineDto, { max: LIMITS.basketLines })
  lines!: BasketLineDto[];

  @StringField({ min: 2, max: 32, optional: true, description: 'In which the dishes are named to the guest' })
  language?: string;
}

export class SlotHoldPath {
  @StringField({ min: 1, max: LIMITS.idLength })
  locationId!: string;

  @StringField({ ...HOLD_KEY, description: 'Made by the caller, and known to nobody else' })
  holdKey!: string;
}

export class QuoteDto extends SlotsDto implements QuoteRequest {
  @IntField({ min: 0, max: LIMITS.tipMinor, optional: true })
  tipMinor?: number;
}

export class PlaceOrderDto extends QuoteDto implements PlaceOrderRequest {
  @ObjectField(() => GuestContactDto, { optional: true })
  guest?: GuestContactDto;

  @StringField({ max: LIMITS.orderNoteLength, optional: true })
  note?: string;

  @StringListField({ ...ALLERGIES, description: 'What somebody at the table is allergic to' })
  allergies?: Allergen[];

  @IntField({
    min: 0,
    max: LIMITS.totalMinor,
    optional: true,
    description: 'The total that the guest saw; another one now is refused with price_changed',
  })
  expectedTotalMinor?: number;

  @StringField({
    min: 1,
    max: LIMITS.externalIdLength,
    optional: true,
    description:
      "The order's id in your system, once for each log-in (all guests count as one); again it is refused with already_exists",
  })
  externalId?: string;

  @InstantField({ optional: true, description: 'Staff with orders.backdate only' })
  placedAt?: string;
}

export class RejectOrderDto implements RejectOrderRequest {
  @StringField({ min: 1, max: LIMITS.reasonLength })
  reason!: string;
}

export class CancelOrderDto extends RejectOrderDto implements CancelOrderRequest {
  @EnumField(KITCHEN_ANSWERS, {
    optional: true,
    description: 'Without it the cooks are asked about what they had started',
  })
  kitchenAnswer?: (typeof KITCHEN_ANSWERS)[number];
}

export class RecordPaymentDto implements RecordPaymentRequest {
  @EnumField(PAYMENT_METHODS)
  method!: (typeof PAYMENT_METHODS)[number];

  @IntField({ min: 1, max: LIMITS.totalMinor })
  amountMinor!: number;
}
