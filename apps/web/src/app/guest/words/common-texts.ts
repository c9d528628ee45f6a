/** Words that several pages share. */
export const COMMON_TEXTS = {
  toMenu: $localize`:@@guest.toMenu:Go to the menu`,
  retry: $localize`:@@guest.retry:Try again`,
};
