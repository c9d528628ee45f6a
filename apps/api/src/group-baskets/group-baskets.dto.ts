import type {
  Allergen,
  GroupLine,
  GroupLockRequest,
  GroupOrderRequest,
  GroupPartRequest,
  GroupPersonRequest,
} from '@comanda/shared';
import { ALLERGENS, LIMITS } from '@comanda/shared';
import { ChosenDishDto, FulfilmentDto, GuestContactDto } from '../orders/index.js';
import {
  BooleanField,
  IntField,
  ListField,
  ObjectField,
  StringField,
  StringListField,
} from '../platform/http/index.js';

const ID = { min: 1, max: LIMITS.idLength };
const LANGUAGE = { min: 2, max: 32, optional: true };
const ALLERGIES = { max: ALLERGENS.length, values: ALLERGENS, optional: true, example: ['nuts'] };

export class GroupLanguageQuery {
  @StringField({ ...LANGUAGE, description: 'In which the dishes are named' })
  language?: string;
}

export class GroupPersonDto implements GroupPersonRequest {
  @StringField({ min: 1, max: LIMITS.guestNameLength, pattern: /\S/, example: 'Ines' })
  name!: string;

  @StringField(LANGUAGE)
  language?: string;
}

export class GroupLineDto extends ChosenDishDto implements GroupLine {
  @StringField({ ...ID, description: 'Made by the device of whoever wants the dish' })
  id!: string;
}

export class GroupPartDto implements GroupPartRequest {
  @ListField(() => GroupLineDto, { max: LIMITS.basketLines })
  lines!: GroupLineDto[];

  @StringField(LANGUAGE)
  language?: string;
}

export class GroupLockDto implements GroupLockRequest {
  @BooleanField()
  locked!: boolean;
}

export class GroupOrderDto implements GroupOrderRequest {
  @ObjectField(() => FulfilmentDto)
  fulfilment!: FulfilmentDto;

  @StringField(LANGUAGE)
  language?: string;

  @IntField({ min: 0, max: LIMITS.tipMinor, optional: true })
  tipMinor?: number;

  @ObjectField(() => GuestContactDto, { optional: true })
  guest?: GuestContactDto;

  @StringField({ max: LIMITS.orderNoteLength, optional: true })
  note?: string;

  @StringListField({ ...ALLERGIES, description: 'What somebody in the group is allergic to' })
  allergies?: Allergen[];

  @IntField({ min: 0, max: LIMITS.totalMinor, optional: true })
  expectedTotalMinor?: number;
}
