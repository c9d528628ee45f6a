/** The list with the entry at `from` standing at `to`; unchanged when there is no such place. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): readonly Entry[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/** The list with another entry in one place. */
export function replaced<Entry>(list: readonly Entry[], at: number, entry: Entry): readonly Entry[] {
  return list.map((each, index) => (index === at ? entry : each));
}

/** The list with some fields of one entry changed. */
export function patched<Entry>(list: readonly Entry[], at: number, change: Partial<Entry>): readonly Entry[] {
  return list.map((each, index) => (index === at ? { ...each, ...change } : each));
}
