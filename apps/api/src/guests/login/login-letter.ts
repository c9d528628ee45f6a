import type { LanguageTag } from '@comanda/shared';
import type { Letter } from '../../platform/mail/index.js';

interface Words {
  readonly subject: (site: string) => string;
  readonly lead: (site: string) => string;
  readonly good: string;
  readonly otherwise: string;
}

/** The languages of the site; English has no prefix in its addresses. */
const WORDS = {
  en: {
    subject: (site) => `Your log-in at ${site}`,
    lead: (site) => `Open this link to log in at ${site}:`,
    good: 'It is good for 15 minutes and can be used once.',
    otherwise: 'If you did not ask for it, do nothing: nobody gets in without this link.',
  },
  de: {
    subject: (site) => `Ihre Anmeldung bei ${site}`,
    lead: (site) => `Mit diesem Link melden Sie sich bei ${site} an:`,
    good: 'Er gilt 15 Minuten und nur einmal.',
    otherwise: 'Wenn Sie ihn nicht angefordert haben, tun Sie nichts: Ohne diesen Link kommt niemand hinein.',
  },
  pt: {
    subject: (site) => `O seu acesso a ${site}`,
    lead: (site) => `Abra este link para entrar em ${site}:`,
    good: 'É válido durante 15 minutos e só pode ser usado uma vez.',
    otherwise: 'Se não o pediu, não faça nada: ninguém entra sem este link.',
  },
  ar: {
    subject: (site) => `تسجيل دخولك إلى ${site}`,
    lead: (site) => `افتح هذا الرابط لتسجيل الدخول إلى ${site}:`,
    good: 'الرابط صالح لمدة 15 دقيقة ويُستخدم مرة واحدة.',
    otherwise: 'إذا لم تطلبه فلا تفعل شيئًا: لا يدخل أحد من دون هذا الرابط.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type LetterLanguage = keyof typeof WORDS;

/** The language of a letter: the guest's, or English where we do not write that. */
export function letterLanguage(wanted: LanguageTag): LetterLanguage {
  const [tag = ''] = wanted.toLowerCase().split('-');
  return Object.hasOwn(WORDS, tag) ? (tag as LetterLanguage) : 'en';
}

export interface LoginLetter {
  readonly to: string;
  readonly language: LanguageTag;
  /** Of the site, without a slash at the end. */
  readonly origin: string;
  readonly token: string;
  /** The restaurant's name. */
  readonly site: string;
}

/** A page of the site in the letter's language. */
export function sitePage({ origin, language }: Pick<LoginLetter, 'origin' | 'language'>, path: string): string {
  const tag = letterLanguage(language);
  return `${origin}${tag === 'en' ? '' : `/${tag}`}${path}`;
}

/** The secret stands behind the `#`: no server, no log and no referrer ever sees it. */
export function loginLetter({ to, language, origin, token, site }: LoginLetter): Letter {
  const tag = letterLanguage(language);
  const { subject, lead, good, otherwise } = WORDS[tag];
  const link = `${sitePage({ origin, language }, '/account/enter')}#${token}`;
  return { to, subject: subject(site), text: `${lead(site)}\n\n${link}\n\n${good}\n${otherwise}\n` };
}
