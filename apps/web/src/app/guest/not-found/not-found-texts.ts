/** What stands on the not found pages, word for word. */
export const NOT_FOUND_TEXTS = {
  heading: $localize`:@@guest.notFound.heading:This page is not on the menu`,
  text: $localize`:@@guest.notFound.text:The address may be mistyped, or the page has moved.`,
};
