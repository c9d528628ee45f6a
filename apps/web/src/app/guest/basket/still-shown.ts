/** True when all that is new in the basket was taken from what is shown: then it stays as it is. */
export function stillShown(before: readonly string[], now: readonly string[], shown: readonly string[]): boolean {
  const added = now.filter((id) => !before.includes(id));
  return shown.length > 0 && added.length > 0 && added.every((id) => shown.includes(id));
}
