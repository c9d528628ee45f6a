import type { LanguageTag } from '@comanda/shared';
import type { Letter } from '../../platform/mail/index.js';
import { letterLanguage, sitePage } from '../login/login-letter.js';
import type { LetterLanguage } from '../login/login-letter.js';

type Words = Readonly<Record<'subject' | 'lead', (site: string) => string>>;

/** To the new address. */
const CONFIRM: Readonly<Record<LetterLanguage, Words & Readonly<Record<'good' | 'otherwise', string>>>> = {
  en: {
    subject: (site) => `Your new address at ${site}`,
    lead: (site) => `Open this link to have your account at ${site} under this address from now on:`,
    good: 'It is good for 15 minutes, once, on a device on which you are logged in.',
    otherwise: 'If you did not ask for it, do nothing: without this link nothing changes.',
  },
  de: {
    subject: (site) => `Ihre neue Adresse bei ${site}`,
    lead: (site) => `Mit diesem Link läuft Ihr Konto bei ${site} künftig unter dieser Adresse:`,
    good: 'Er gilt 15 Minuten, nur einmal, auf einem Gerät, auf dem Sie angemeldet sind.',
    otherwise: 'Wenn Sie ihn nicht angefordert haben, tun Sie nichts: Ohne diesen Link ändert sich nichts.',
  },
  pt: {
    subject: (site) => `O seu novo endereço em ${site}`,
    lead: (site) => `Abra este link para ter a sua conta em ${site} com este endereço a partir de agora:`,
    good: 'É válido durante 15 minutos, uma só vez, num dispositivo em que tenha sessão iniciada.',
    otherwise: 'Se não o pediu, não faça nada: sem este link nada muda.',
  },
  ar: {
    subject: (site) => `عنوانك الجديد لدى ${site}`,
    lead: (site) => `افتح هذا الرابط ليصبح حسابك لدى ${site} بهذا العنوان من الآن فصاعدًا:`,
    good: 'الرابط صالح لمدة 15 دقيقة ولمرة واحدة، على جهاز سجّلت الدخول عليه.',
    otherwise: 'إذا لم تطلبه فلا تفعل شيئًا: لا يتغير شيء من دون هذا الرابط.',
  },
};

/** To the old address, which may be the only one that its owner reads. */
const NOTICE: Readonly<Record<LetterLanguage, Words & { readonly otherwise: string }>> = {
  en: {
    subject: (site) => `Your account at ${site} is to get another address`,
    lead: (site) =>
      `Somebody who is logged in to your account at ${site} has given another e-mail address. It counts once a link that was sent there is opened.`,
    otherwise:
      'If it was not you: log in with this address now, and choose “Keep the old address” under “Log-in and data”.',
  },
  de: {
    subject: (site) => `Ihr Konto bei ${site} soll eine andere Adresse bekommen`,
    lead: (site) =>
      `Jemand, der in Ihrem Konto bei ${site} angemeldet ist, hat eine andere E-Mail-Adresse angegeben. Sie gilt, sobald ein Link geöffnet wird, der dorthin ging.`,
    otherwise:
      'Wenn Sie das nicht waren: Melden Sie sich jetzt mit dieser Adresse an und wählen Sie unter „Anmeldung und Daten“ „Alte Adresse behalten“.',
  },
  pt: {
    subject: (site) => `A sua conta em ${site} vai ter outro endereço`,
    lead: (site) =>
      `Alguém com sessão iniciada na sua conta em ${site} indicou outro endereço de e-mail. Passa a valer quando for aberto um link que foi enviado para lá.`,
    otherwise:
      'Se não foi você: entre agora com este endereço e escolha «Manter o endereço antigo» em «Acesso e dados».',
  },
  ar: {
    subject: (site) => `سيحصل حسابك لدى ${site} على عنوان آخر`,
    lead: (site) =>
      `قدّم شخص سجّل الدخول إلى حسابك لدى ${site} عنوان بريد إلكتروني آخر. يسري العنوان عند فتح رابط أُرسل إليه.`,
    otherwise:
      'إذا لم تكن أنت: سجّل الدخول الآن بهذا العنوان واختر «الاحتفاظ بالعنوان القديم» في صفحة «الدخول والبيانات».',
  },
};

interface Addressed {
  readonly to: string;
  readonly language: LanguageTag;
  /** Of the site, without a slash at the end. */
  readonly origin: string;
  /** The restaurant's name. */
  readonly site: string;
}

export function confirmLetter({ to, site, token, ...page }: Addressed & { readonly token: string }): Letter {
  const { subject, lead, good, otherwise } = CONFIRM[letterLanguage(page.language)];
  const link = `${sitePage(page, '/account/email')}#${token}`;
  return { to, subject: subject(site), text: `${lead(site)}\n\n${link}\n\n${good}\n${otherwise}\n` };
}

/** Says nothing of the new address: this mailbox may be read by somebody else by now. */
export function noticeLetter({ to, site, ...page }: Addressed): Letter {
  const { subject, lead, otherwise } = NOTICE[letterLanguage(page.language)];
  const access = sitePage(page, '/account/access');
  return { to, subject: subject(site), text: `${lead(site)}\n\n${otherwise}\n${access}\n` };
}
