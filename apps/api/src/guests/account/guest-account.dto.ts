import type { Allergen, ChangeGuestRequest, DietTag } from '@comanda/shared';
import { ALLERGENS, DIET_TAGS, LIMITS } from '@comanda/shared';
import { StringField, StringListField } from '../../platform/http/index.js';

const CLEARED = { optional: true, nullable: true } as const;
const KEPT = { optional: true, nullable: false } as const;

export class ChangeGuestDto implements ChangeGuestRequest {
  @StringField({ max: LIMITS.guestNameLength, ...CLEARED, example: 'Ines Prado' })
  name?: string | null;

  @StringField({ max: LIMITS.phoneLength, ...CLEARED, example: '+49 30 901820' })
  phone?: string | null;

  @StringField({ min: 2, max: 32, ...KEPT, example: 'en' })
  language?: string;

  @StringListField({ max: DIET_TAGS.length, values: DIET_TAGS, ...KEPT, example: ['vegetarian'] })
  diets?: DietTag[];

  @StringListField({
    max: ALLERGENS.length,
    values: ALLERGENS,
    ...KEPT,
    example: ['nuts'],
    description: 'What the guest does not eat. It sets the filter of the menu, and declares nothing to a kitchen.',
  })
  without?: Allergen[];
}
