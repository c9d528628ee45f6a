import { CHOICE_TEXTS } from '../../ui/choices/choice-texts';

/** What stands on the item pages, word for word. */
export const ITEM_TEXTS = {
  close: $localize`:@@ui.sheet.close:Close`,
  choiceOff: CHOICE_TEXTS.choiceOff,
  undeclared: $localize`:@@guest.item.undeclared:Not all allergens of this dish are declared. Please ask us if you have an allergy.`,
  none: $localize`:@@guest.item.none:None of the 14 declarable allergens.`,
  similar: $localize`:@@guest.item.similar:Available instead`,
  size: $localize`:@@guest.item.size:Size`,
  sizeRule: $localize`:@@guest.item.sizeRule:Required, choose 1`,
  note: $localize`:@@guest.item.note:Note to the kitchen`,
  noteHint: $localize`:@@guest.item.noteHint:For allergies, please speak to the staff.`,
};
