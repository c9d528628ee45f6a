import type { LanguageTag, Text } from '../../text/text.js';
import type { MenuEntityKind, MenuFinding, MenuFindingCode } from '../menu-view.js';
import { plainName } from '../plain-name.js';
import type { SoundMenu } from './sound-menu.js';

/** One check of a whole menu. */
export type MenuCheck = (menu: SoundMenu) => MenuFinding[];

/** The entity that a finding is about. */
export interface Subject {
  readonly kind: MenuEntityKind;
  readonly id: string;
  readonly name?: Text | undefined;
}

/** Makes findings that name their entity in the menu's default language. */
export interface Findings {
  readonly error: (code: MenuFindingCode, subject: Subject, detail: string) => MenuFinding;
  readonly warning: (code: MenuFindingCode, subject: Subject, detail: string) => MenuFinding;
}

export function findingsIn({ defaultLanguage }: Pick<SoundMenu, 'defaultLanguage'>): Findings {
  return {
    error: (code, subject, detail) => finding('error', code, subject, defaultLanguage, detail),
    warning: (code, subject, detail) => finding('warning', code, subject, defaultLanguage, detail),
  };
}

function finding(
  severity: MenuFinding['severity'],
  code: MenuFindingCode,
  { kind, id, name }: Subject,
  language: LanguageTag,
  detail: string,
): MenuFinding {
  const plain = plainName(name, language);
  return { severity, code, entity: { kind, id, ...(plain === undefined ? {} : { name: plain }) }, detail };
}
