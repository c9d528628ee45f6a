import { LIMITS, MENU_LIMITS, pointer } from '@comanda/shared';
import { TIMES_FIELDS, timesFault, wrongFields, type WeeklyTimes } from '../../weekly-times/weekly-times-draft';
import type { DishDraft, DishTerms, SizeDraft } from './dish-draft';
import { isWritten, parseMinutes, parsePrice } from './dish-reading';
import { FAULT_TEXTS } from './dish-texts';
import type { FieldFault } from './field-faults';

/** All that is wrong with a draft before it is sent, in the order of the form. */
export function faultsOf(draft: DishDraft, terms: DishTerms): readonly FieldFault[] {
  const { languages, defaultLanguage } = terms;
  const missing = (draft.name[defaultLanguage] ?? '').trim() === '';
  return [
    ...fault(missing, pointer('name', defaultLanguage), FAULT_TEXTS.nameMissing),
    ...languages.flatMap((language) => [
      ...tooLong(draft.name[language], LIMITS.nameLength, pointer('name', language)),
      ...tooLong(draft.description[language], LIMITS.descriptionLength, pointer('description', language)),
      ...tooLong(draft.alt[language], LIMITS.nameLength, pointer('photo', 'alt', language)),
    ]),
    ...draft.sizes.flatMap((size, index) => faultsOfSize(size, index, draft.sizes.length, terms)),
    ...fault(draft.taxClass === '', '/taxClass', FAULT_TEXTS.taxMissing),
    ...fault(draft.prep.trim() !== '' && parseMinutes(draft.prep) === null, '/prepSeconds', FAULT_TEXTS.minutes),
    ...draft.times.flatMap(faultsOfTimes),
    ...notWhole(draft.maxPerOrder, 1, MENU_LIMITS.maxPerOrder, '/maxPerOrder'),
    ...notWhole(draft.leadMinutes, 1, MENU_LIMITS.leadMinutes, '/leadMinutes'),
    ...notWhole(draft.energyKcal, 0, MENU_LIMITS.energyKcal, '/energyKcal'),
  ];
}

/** Every field of the form by its pointer, in the order of the form: where refusals of the API can be told. */
export function fieldsOf(draft: DishDraft, { languages, defaultLanguage }: DishTerms): readonly string[] {
  const written = [defaultLanguage, ...languages.filter((language) => language !== defaultLanguage)];
  return [
    ...written.flatMap((language) => [pointer('name', language), pointer('description', language)]),
    '/photo/url',
    ...written.map((language) => pointer('photo', 'alt', language)),
    '/sectionIds',
    ...draft.sizes.flatMap((_, index) => [
      ...written.map((language) => pointer('variants', index, 'name', language)),
      pointer('variants', index, 'priceMinor'),
      pointer('variants', index, 'listPriceMinor'),
    ]),
    '/modifierGroupIds',
    '/stationId',
    '/taxClass',
    '/prepSeconds',
    '/allergens',
    '/additives',
    '/dietTags',
    ...draft.times.flatMap((_, index) => TIMES_FIELDS.map((field) => pointer('availability', index, field))),
    '/maxPerOrder',
    '/leadMinutes',
    '/cutoffMinute',
    '/onlyAsOption',
    '/energyKcal',
    '/spiciness',
  ];
}

function faultsOfSize(size: SizeDraft, index: number, count: number, terms: DishTerms): readonly FieldFault[] {
  const at = (...rest: readonly string[]): string => pointer('variants', index, ...rest);
  const price = parsePrice(size.price, terms);
  const before = size.before.trim() === '' ? undefined : parsePrice(size.before, terms);
  return [
    ...fault(count > 1 && !isWritten(size.name), at('name', terms.defaultLanguage), FAULT_TEXTS.sizeNameMissing),
    ...terms.languages.flatMap((each) => tooLong(size.name[each], LIMITS.nameLength, at('name', each))),
    ...fault(price === null, at('priceMinor'), FAULT_TEXTS.price(terms.currency)),
    ...fault(before === null, at('listPriceMinor'), FAULT_TEXTS.price(terms.currency)),
    ...fault(
      typeof before === 'number' && price !== null && before <= price,
      at('listPriceMinor'),
      FAULT_TEXTS.beforeTooLow,
    ),
  ];
}

function faultsOfTimes(times: WeeklyTimes, index: number): readonly FieldFault[] {
  return wrongFields(times).map((field) => ({
    pointer: pointer('availability', index, field),
    text: timesFault(field),
  }));
}

function tooLong(text: string | undefined, limit: number, at: string): readonly FieldFault[] {
  return fault((text ?? '').trim().length > limit, at, FAULT_TEXTS.tooLong(limit));
}

function notWhole(typed: string, min: number, max: number, at: string): readonly FieldFault[] {
  const text = typed.trim();
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return fault(text !== '' && (value < min || value > max), at, FAULT_TEXTS.whole(min, max));
}

function fault(wrong: boolean, at: string, text: string): readonly FieldFault[] {
  return wrong ? [{ pointer: at, text }] : [];
}
