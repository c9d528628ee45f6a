/** How many sets of cutlery are packed, as the guest reads it. */
export function cutleryWords(sets: number): string {
  return sets === 0
    ? $localize`:@@guest.cutlery.without:Without cutlery and napkins`
    : $localize`:@@guest.cutlery.sets:Cutlery and napkins: ${sets}:count:`;
}
