/** What stands on the log-in and the page for staff who may not go where they wanted. */
export const LOGIN_TEXTS = {
  heading: 'Log in',
  lead: 'For the kitchen, the floor and the office.',
  email: 'E-mail',
  password: 'Password',
  show: 'Show password',
  logIn: 'Log in',
  loggingIn: 'Logging in…',
  emailMissing: 'Enter your e-mail address, with an @ in it.',
  passwordMissing: 'Enter your password.',
  wrong: 'The e-mail or the password is wrong. Check both; capitals matter in the password.',
  tooMany: 'Too many attempts. Wait a minute, then try again.',
  insecureTransport:
    'This address is not encrypted (http), and the restaurant’s server takes passwords over the open network only by https. Open the same address with https:// in front, or use a device inside the restaurant’s own network.',
  insecurePage: 'This page is not encrypted. Log in here only inside the restaurant’s own network.',
  offline: 'This device has no network. As soon as it is back you can log in.',
  unreachable: 'The restaurant’s server does not answer. Still trying; nothing you typed is lost.',
  failed: 'The log-in failed on the server’s side. Try again in a moment.',
  toGuests: 'To the guests’ menu',
};

export const NO_PERMISSION_TEXTS = {
  heading: 'Not yours to open',
  who: (name: string, role: string) => `You are logged in as ${name} (${role}).`,
  what: (page: string) => `Your role does not include ${page}. Ask an administrator, or log in as somebody else.`,
  orders: 'To the orders',
  other: 'Log in as somebody else',
  failed: 'Logging out failed: the server does not answer. Try again.',
};
