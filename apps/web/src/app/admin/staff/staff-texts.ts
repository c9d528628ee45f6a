import type { Role } from '@comanda/shared';

/** What stands on the page of the staff accounts. */
export const STAFF_TEXTS = {
  heading: 'Staff',
  add: 'Add somebody',
  caption: 'Who has an account here',
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  state: 'State',
  actions: 'Actions',
  active: 'May log in',
  inactive: 'Switched off',
  you: 'you',
  change: 'Change',
  loading: 'Loading the accounts',
  failed: 'The accounts could not be loaded.',
  stale: 'The accounts could not be refreshed.',
  retry: 'Try again',
  addHeading: 'Add somebody',
  password: 'Password',
  newPassword: 'New password',
  newPasswordHint: (least: number) => `Leave empty to keep the old one. At least ${least} characters.`,
  passwordHint: (least: number) => `At least ${least} characters. Tell it to them in person.`,
  mayLogIn: 'May log in',
  save: 'Save',
  create: 'Create account',
  nameMissing: 'Enter a name.',
  emailWrong: 'Enter an e-mail address, with an @ in it.',
  passwordShort: (least: number) => `At least ${least} characters.`,
  offline: 'No network: you can look, but change nothing.',
  done: {
    created: (name: string) => `${name} can now log in`,
    changed: (name: string) => `${name} is saved`,
  },
};

export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  admin: 'everything, also these accounts',
  manager: 'everything but these accounts',
  kitchen: 'the stations, hand-over, sold out',
  waiter: 'orders, payments, sold out',
};
