/** Many restaurants only number their tables: "12" alone says nothing to a guest. */
export function tableWords(name: string): string {
  return /^\d+[a-z]?$/i.test(name) ? $localize`:@@guest.mode.table:Table ${name}:table:` : name;
}
