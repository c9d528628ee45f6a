/** What stands around every page of the office. */
export const OFFICE_TEXTS = {
  nav: 'Office',
  strip: 'The restaurant now',
  more: 'More',
  palette: 'Go to',
  logOut: 'Log out',
  logOutFailed: 'Logging out failed: the server does not answer.',
  guestSite: 'Guests’ menu',
  live: 'Live',
  connecting: 'Connecting…',
  stale: 'Connection is slow',
  offline: 'No network. You see what was last known; changes are not possible until it is back.',
  notLive: (time: string) => `Not live since ${time}. You see what was last known. Trying to reconnect.`,
  insecure: 'Not encrypted: use this address only inside the restaurant’s own network.',
  open: 'Taking orders',
  closed: 'Closed',
  closedUntil: (time: string) => `Closed until ${time}`,
  paused: 'Ordering paused',
  pausedUntil: (time: string) => `Ordering paused until ${time}`,
  pause: 'Pause ordering',
  resume: 'Resume ordering',
};

export const PAUSE_TEXTS = {
  heading: 'Pause ordering',
  lead: 'Guests still see the menu, with a line that says when ordering is back. Orders you already have stay.',
  howLong: 'For how long?',
  minutes: (count: number) => `${count} minutes`,
  untilResumed: 'Until somebody resumes it',
  pause: 'Pause now',
  pausedFor: (count: number) => `Ordering paused for ${count} minutes`,
  pausedOpen: 'Ordering paused until somebody resumes it',
  resumed: 'Taking orders again',
};

export const ROLE_NAMES = {
  admin: 'Administrator',
  manager: 'Manager',
  kitchen: 'Kitchen',
  waiter: 'Waiter',
} as const;
