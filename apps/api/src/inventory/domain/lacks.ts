import type { MenuDocument, Shortfall, Target } from '@comanda/shared';
import { textIn } from '@comanda/shared';

/** As long as a suspension's reason may be. */
const REASON_LENGTH = 200;

/** What cannot be made, with the names of what it lacks in the restaurant's own language. */
export function lacksOf(
  { ingredients = [], defaultLanguage }: Pick<MenuDocument, 'ingredients' | 'defaultLanguage'>,
  shortfalls: readonly Shortfall[],
): { readonly target: Target; readonly reason: string }[] {
  const names = new Map(ingredients.map(({ id, name }) => [id, textIn(name, defaultLanguage, defaultLanguage)]));
  return shortfalls.map(({ target, lacking }) => ({
    target,
    reason: lacking
      .map((id) => names.get(id) ?? id)
      .join(', ')
      .slice(0, REASON_LENGTH),
  }));
}
