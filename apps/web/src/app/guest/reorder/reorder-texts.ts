/** What stands beside an earlier order, word for word. */
export const REORDER_TEXTS = {
  heading: $localize`:@@guest.reorder.heading:Your last order`,
  chosen: $localize`:@@guest.reorder.chosen:The same again`,
  gone: $localize`:@@guest.reorder.gone:no longer on the menu`,
  choose: $localize`:@@guest.reorder.choose:has something to choose now`,
};
