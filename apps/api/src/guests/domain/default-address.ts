interface Marked {
  isDefault: boolean;
}

/** Marks exactly one of them, as long as there is any: the chosen one, else the one that was it, else the first. */
export function withOneDefault<T extends Marked>(addresses: readonly T[], chosen?: T): readonly T[] {
  const one = chosen ?? addresses.find(({ isDefault }) => isDefault) ?? addresses[0];
  for (const address of addresses) address.isDefault = address === one;
  return addresses;
}
