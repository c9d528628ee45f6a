/** What stands on the restaurant pages, word for word. */
export const RESTAURANT_TEXTS = {
  language: $localize`:@@guest.header.language:Language`,
  account: $localize`:@@guest.account.link:Account`,
  together: $localize`:@@guest.group.together:Order together`,
};
