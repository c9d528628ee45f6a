import type { Notes, Operation } from './notes.js';

/** The session is a cookie; its name depends on the transport. */
export const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-comanda',
    description:
      'The session of somebody who is logged in, over https and on localhost. `POST /api/v1/session` sets it.',
  },
  plainSession: {
    type: 'apiKey',
    in: 'cookie',
    name: 'comanda',
    description: "The same over plain http in a restaurant's own network.",
  },
  guestSession: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-comanda-guest',
    description: 'The session of a guest with an account. `POST /api/v1/guest-account/session` sets it.',
  },
  plainGuestSession: {
    type: 'apiKey',
    in: 'cookie',
    name: 'comanda-guest',
    description: "The same over plain http in a restaurant's own network.",
  },
  csrfToken: {
    type: 'apiKey',
    in: 'header',
    name: 'X-CSRF-Token',
    description: 'The `csrfToken` of the session, sent with every change; a cookie alone changes nothing.',
  },
} as const;

/** Who may call the route, for machines and for people. */
export function describeAccess(operation: Operation, { access = 'public' }: Notes, method: string): void {
  if (access === 'public') {
    operation.security ??= [];
    return;
  }
  const proof = method === 'get' ? {} : { csrfToken: [] };
  const guest = access === 'guest-account';
  operation.security = [
    { [guest ? 'guestSession' : 'session']: [], ...proof },
    { [guest ? 'plainGuestSession' : 'plainSession']: [], ...proof },
  ];
  if (guest) return;
  const who = access === 'staff' ? 'Any staff session.' : `Needs the permission \`${access}\`.`;
  operation.description = [operation.description, who].filter(Boolean).join('\n\n');
}
