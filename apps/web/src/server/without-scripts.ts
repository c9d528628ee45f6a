import {
  formatMinor,
  type MenuIndex,
  type MenuPageRequest,
  type ModifierGroup,
  type ModifierOption,
} from '@comanda/shared';
import { indexMenu, optionFacts } from '@comanda/shared/pricing';
import { ruleWords } from '../app/ui/choices/choice-words';
import { escapeText } from './escape-text';

/** A button that does nothing would be a promise. */
const NO_BUTTONS = '<style>first-look :is(.add, .tools) { display: none !important }</style>';

/** For whoever reads the page without scripts, which the sheet of a dish needs: what can be chosen with which dish. */
export function wordsWithoutScripts(page: MenuPageRequest): string {
  const order = $localize`:@@guest.plain.order:Ordering on this page needs JavaScript. Please order at the counter, or call us.`;
  return `<noscript>${NO_BUTTONS}${choicesToRead(page)}<p>${escapeText(order)}</p></noscript>`;
}

function choicesToRead({ menu }: MenuPageRequest): string {
  const index = indexMenu(menu);
  const groups = menu.modifierGroups.flatMap((group) => groupToRead(index, group, menu.currency, menu.language));
  if (groups.length === 0) return '';
  const heading = $localize`:@@guest.plain.choices:What you can choose`;
  return `<h2>${escapeText(heading)}</h2>${groups.join('')}`;
}

function groupToRead(
  index: MenuIndex<string>,
  group: ModifierGroup<string>,
  currency: string,
  language: string,
): string | [] {
  const users = [...dishesWith(index, group.id), ...optionsWith(index, group.id)];
  if (users.length === 0) return [];
  const names = [...new Set(users)].join(', ');
  const words = [ruleWords(group, 0), $localize`:@@guest.plain.with:With ${names}:dishes:`].join(' · ');
  const options = group.options.map((option) => optionToRead(index, option, currency, language));
  return `<h3>${escapeText(group.name)}</h3><p>${escapeText(words)}</p><ul>${options.join('')}</ul>`;
}

function dishesWith({ items }: MenuIndex<string>, groupId: string): string[] {
  return [...items.values()].flatMap(({ onlyAsOption, name, modifierGroupIds, variants }) => {
    const groups = [modifierGroupIds, ...variants.map((each) => each.modifierGroupIds ?? [])].flat();
    return onlyAsOption !== true && groups.includes(groupId) ? name : [];
  });
}

/** Choices go on inside of choices. */
function optionsWith(index: MenuIndex<string>, groupId: string): string[] {
  return [...index.groups.values()]
    .flatMap(({ options }) => options.map((option) => optionFacts(index, option)))
    .flatMap(({ name = '', modifierGroupIds }) => (modifierGroupIds.includes(groupId) ? name : []));
}

function optionToRead(
  index: MenuIndex<string>,
  option: ModifierOption<string>,
  currency: string,
  language: string,
): string {
  const { name = '' } = optionFacts(index, option);
  const percent = option.percentOfChoice;
  const change = percent === undefined ? formatMinor(option.priceMinor, currency, language) : `${String(percent)} %`;
  const price = (percent ?? option.priceMinor) === 0 ? '' : ` · ${(percent ?? 0) < 0 ? '' : '+'}${change}`;
  return `<li><bdi>${escapeText(name)}</bdi>${escapeText(price)}</li>`;
}
