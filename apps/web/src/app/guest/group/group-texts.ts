/** What stands where people order together, word for word. */
export const GROUP_TEXTS = {
  together: $localize`:@@guest.group.together:Order together`,
  lead: $localize`:@@guest.group.lead:Everybody chooses on their own phone by a link, without an account. You order once for all.`,
  name: $localize`:@@guest.group.name:Your name`,
  nameMissing: $localize`:@@guest.group.nameMissing:Enter a name, so that the others know what is yours.`,
  start: $localize`:@@guest.group.start:Start`,
  heading: $localize`:@@guest.group.heading:Ordering together`,
  joinLead: $localize`:@@guest.group.joinLead:Say who you are, then choose your own dishes. The host orders and pays once for all.`,
  join: $localize`:@@guest.group.join:Join in`,
  share: $localize`:@@guest.group.share:Pass the link on`,
  copied: $localize`:@@guest.group.copied:Link copied`,
  link: $localize`:@@guest.group.link:The link for the others`,
  toMenu: $localize`:@@guest.group.toMenu:Choose dishes`,
  open: $localize`:@@guest.group.open:See who has what`,
  you: $localize`:@@guest.group.you:you`,
  host: $localize`:@@guest.group.host:host`,
  nothing: $localize`:@@guest.group.nothing:Nothing chosen yet`,
  gone: $localize`:@@guest.basket.gone:A dish that is gone`,
  lock: $localize`:@@guest.group.lock:No more changes`,
  unlock: $localize`:@@guest.group.unlock:Allow changes again`,
  checkout: $localize`:@@guest.group.checkout:Order for all`,
  lockedHost: $localize`:@@guest.group.lockedHost:Locked: nobody can change anything until you allow it again.`,
  lockedGuest: $localize`:@@guest.group.lockedGuest:The host has closed the basket and is ordering. This page shows the order as soon as it is placed.`,
  waiting: $localize`:@@guest.group.waiting:The host orders for everybody. This page shows the order as soon as it is placed.`,
  expired: $localize`:@@guest.group.expired:This basket has expired`,
  expiredText: $localize`:@@guest.group.expiredText:Nothing was ordered. Start a new one and pass its link on.`,
  unknown: $localize`:@@guest.group.unknown:We do not know this link`,
  unknownText: $localize`:@@guest.group.unknownText:It was mistyped or is too old. Ask for it again.`,
  loading: $localize`:@@guest.group.loading:The basket is loading.`,
  failed: $localize`:@@guest.group.failed:That did not work. Please try again.`,
  full: $localize`:@@guest.group.full:The basket is full.`,
  locked: $localize`:@@guest.group.locked:The host has closed the basket. Ask for it to be opened again.`,
  stale: $localize`:@@guest.group.stale:No connection. What you see may be old; what you change is sent later.`,
  mend: $localize`:@@guest.group.mend:Some dishes cannot be had any more. They are marked; take them out first.`,
  total: $localize`:@@guest.amounts.total:Total`,
};

/** Why something was refused, in the guest's words. */
export function groupRefusal(code: string): string {
  if (code === 'group_locked') return GROUP_TEXTS.locked;
  if (code === 'group_full') return GROUP_TEXTS.full;
  if (code === 'group_expired') return GROUP_TEXTS.expired;
  return GROUP_TEXTS.failed;
}
