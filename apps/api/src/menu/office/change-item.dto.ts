import { ADDITIVES, ALLERGENS, DIET_TAGS, LIMITS, MENU_LIMITS } from '@comanda/shared';
import type { Additive, Allergen, ChangeItemRequest, ChangeVariantRequest, DietTag, TextChange } from '@comanda/shared';
import { BooleanField, IntField, ListField, ObjectField, StringField } from '../../platform/http/index.js';
import { AvailabilityRuleDto } from './availability-rule.dto.js';
import { IdsField, TextChangeField, WordsField } from './menu-fields.js';
import { PhotoDto } from './photo.dto.js';

/** May be absent; null is refused. */
const KEPT = { optional: true, nullable: false } as const;
/** May be absent; null removes the value. */
const REMOVABLE = { optional: true, nullable: true } as const;

export class ChangeItemDto implements ChangeItemRequest {
  @TextChangeField({ ...KEPT, max: LIMITS.nameLength })
  name?: TextChange;

  @TextChangeField({ ...REMOVABLE, max: LIMITS.descriptionLength })
  description?: TextChange | null;

  @StringField({ ...KEPT, min: 1, max: LIMITS.idLength })
  taxClass?: string;

  @StringField({ ...REMOVABLE, min: 1, max: LIMITS.idLength, description: 'null: the station that takes the rest' })
  stationId?: string | null;

  @IntField({ ...REMOVABLE, min: 0, max: MENU_LIMITS.prepSeconds })
  prepSeconds?: number | null;

  @WordsField(ALLERGENS, { ...REMOVABLE, description: 'null: nothing declared; an empty list: declared as none' })
  allergens?: Allergen[] | null;

  @WordsField(ADDITIVES, REMOVABLE)
  additives?: Additive[] | null;

  @WordsField(DIET_TAGS, REMOVABLE)
  dietTags?: DietTag[] | null;

  @ObjectField(() => PhotoDto, REMOVABLE)
  photo?: PhotoDto | null;

  @ListField(() => AvailabilityRuleDto, { ...REMOVABLE, max: MENU_LIMITS.rulesPerEntity })
  availability?: AvailabilityRuleDto[] | null;

  @BooleanField(KEPT)
  onlyAsOption?: boolean;

  @BooleanField(KEPT)
  isCombo?: boolean;

  @IntField({ ...REMOVABLE, min: 1, max: MENU_LIMITS.maxPerOrder })
  maxPerOrder?: number | null;

  @IntField({ ...REMOVABLE, min: 1, max: MENU_LIMITS.leadMinutes, example: 1440, description: 'Minutes ahead' })
  leadMinutes?: number | null;

  @IntField({ ...REMOVABLE, min: 1, max: MENU_LIMITS.cutoffMinute, description: 'For the same day, until this minute' })
  cutoffMinute?: number | null;

  @IntField({ ...REMOVABLE, min: 0, max: MENU_LIMITS.spiciness })
  spiciness?: number | null;

  @IntField({ ...REMOVABLE, min: 0, max: MENU_LIMITS.energyKcal })
  energyKcal?: number | null;

  @IdsField(KEPT)
  modifierGroupIds?: string[];

  @IdsField({ ...KEPT, description: 'All sections in which it shall stand' })
  sectionIds?: string[];
}

export class ChangeVariantDto implements ChangeVariantRequest {
  @IntField({ ...KEPT, min: 0, max: LIMITS.priceMinor })
  priceMinor?: number;

  @IntField({ ...REMOVABLE, min: 0, max: LIMITS.priceMinor, description: 'The price before a reduction' })
  listPriceMinor?: number | null;

  @TextChangeField({ ...REMOVABLE, max: LIMITS.nameLength })
  name?: TextChange | null;
}
