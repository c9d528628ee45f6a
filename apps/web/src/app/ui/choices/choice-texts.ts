/** What stands at every choice, word for word. */
export const CHOICE_TEXTS = {
  choiceWithout: $localize`:@@guest.choice.without:without`,
  choiceOff: $localize`:@@guest.choice.off:Sold out`,
};
