import type { ModifierGroup } from './menu.js';

const FRACTIONS: Readonly<Record<number, string>> = { 2: '½', 3: '⅓', 4: '¼', 5: '⅕', 6: '⅙', 8: '⅛' };

/** Into how many equal parts a dish is divided by a group; 1 when each choice is a whole. */
export function partsOf<T>({ kind, min }: Pick<ModifierGroup<T>, 'kind' | 'min'>): number {
  return kind === 'part' ? Math.max(1, min) : 1;
}

/** The name of a part, in one language or in all: "½ Margherita". The same wherever the order is read. */
export function partName<T>(name: T, parts: number): T {
  if (parts === 1) return name;
  const fraction = FRACTIONS[parts] ?? `1/${String(parts)}`;
  const named = (text: unknown): string => `${fraction} ${String(text)}`;
  if (typeof name === 'string') return named(name) as T;
  return Object.fromEntries(Object.entries(name as object).map(([language, text]) => [language, named(text)])) as T;
}
