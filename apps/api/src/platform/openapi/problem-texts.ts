import { PROBLEM_STATUS } from '@comanda/shared';
import type { Problem, ProblemCode, ProblemItem } from '@comanda/shared';

interface ProblemText {
  /** When it is answered, for whoever reads the documentation. */
  readonly when: string;
  readonly detail: string;
  readonly errors?: readonly ProblemItem[];
}

const QUANTITY: ProblemItem = {
  pointer: '/lines/0/quantity',
  code: 'max',
  detail: 'Quantity must not be greater than 99.',
};
const TOO_FEW: ProblemItem = {
  pointer: '/lines/0',
  code: 'too_few_choices',
  detail: 'Doneness: choose at least 1.',
  limit: 1,
  actual: 0,
  resource: 'doneness',
};
const FEW_LEFT: ProblemItem = {
  pointer: '/lines/0',
  code: 'sold_out',
  detail: 'Only 2 of Charred leeks left. Order fewer.',
  limit: 2,
  actual: 3,
  resource: 'charred-leeks',
};
const NO_LONGER_SERVED: ProblemItem = {
  pointer: '/lines/0',
  code: 'outside_hours',
  detail: 'Shakshuka is not served at this time. Remove it or order later.',
  resource: 'shakshuka',
};

/** Every code of the API with an example of what it says. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, ProblemText>> = {
  unreadable_body: { when: 'The body cannot be read.', detail: 'The body is not readable JSON.' },
  unreadable_request: { when: 'The bytes are no request.', detail: 'This is not a request of HTTP/1.1.' },
  invalid_path: {
    when: 'The address is not encoded soundly.',
    detail: 'The address is not encoded soundly. Encode it as UTF-8 with %xx.',
  },
  invalid_query: {
    when: 'Query parameters are wrong; `errors` names every one of them.',
    detail: 'Some query parameters are not known here; see errors.',
    errors: [
      {
        pointer: '#query/page',
        code: 'unknown_parameter',
        detail: 'The query parameter "page" is not known here. Leave it out.',
      },
    ],
  },
  invalid_header: {
    when: 'A header cannot be understood.',
    detail: 'If-Match must be the ETag of an earlier answer, for example "7".',
  },
  unauthenticated: { when: 'There is no session, or it has ended.', detail: 'Log in first.' },
  invalid_login: {
    when: 'The e-mail address or the password is wrong.',
    detail: 'The e-mail address or the password is wrong.',
  },
  invalid_passkey: {
    when: 'The passkey is not known here, or did not sign what was asked.',
    detail: 'This passkey is not known here. Log in by mail.',
  },
  forbidden: {
    when: 'The role of the account does not hold the permission.',
    detail: 'Your role may not do this; it needs the permission orders.accept.',
  },
  csrf_token_missing: {
    when: 'A change came with a session cookie but without its token.',
    detail: 'Send the csrfToken of your session as X-CSRF-Token.',
  },
  insecure_transport: {
    when: 'The log-in came over plain http from outside the local network.',
    detail: 'Passwords do not travel in the open. Use https.',
  },
  not_found: {
    when: 'There is no such thing, or it belongs to another restaurant.',
    detail: 'There is nothing at this address.',
  },
  method_not_allowed: {
    when: 'The address exists but takes other methods.',
    detail: 'This address does not take that method.',
  },
  not_acceptable: {
    when: 'None of the asked media types can be given.',
    detail: 'This address answers with application/json.',
  },
  request_timeout: {
    when: 'The request took too long to arrive.',
    detail: 'The request took too long. Send it again.',
  },
  out_of_stock: {
    when: 'Fewer portions are left than ordered.',
    detail: 'Something in the basket has just sold out.',
    errors: [FEW_LEFT],
  },
  not_available: {
    when: 'Something in the basket is off sale right now.',
    detail: 'Something in the basket is not available right now.',
    errors: [NO_LONGER_SERVED],
  },
  slot_full: {
    when: 'So many orders are promised for the time already that it takes no more; `instead` is the next free one.',
    detail: '30/11/2026, 19:40 is full. The next free time is 30/11/2026, 19:55.',
    errors: [
      {
        pointer: '/fulfilment/requestedFor',
        code: 'slot_full',
        detail: '30/11/2026, 19:40 is full. The next free time is 30/11/2026, 19:55.',
        actual: '2026-11-30T18:40:00.000Z',
        instead: '2026-11-30T18:55:00.000Z',
      },
    ],
  },
  slot_hold_used: {
    when: 'The order with this key was placed; a request that comes late keeps no second place.',
    detail: 'The order with this key was placed. Make a new key for another order.',
  },
  slot_unavailable: {
    when: 'The time cannot be promised: it is too soon, not one of the slots, or the restaurant is closed then.',
    detail: '30/11/2026, 04:00 cannot be promised. The next free time is 30/11/2026, 12:00.',
    errors: [
      {
        pointer: '/fulfilment/requestedFor',
        code: 'slot_unavailable',
        detail: '30/11/2026, 04:00 cannot be promised. The next free time is 30/11/2026, 12:00.',
        actual: '2026-11-30T03:00:00.000Z',
        instead: '2026-11-30T11:00:00.000Z',
      },
    ],
  },
  restaurant_closed: {
    when: 'The restaurant takes no orders now.',
    detail: 'The restaurant is closed right now.',
  },
  price_changed: {
    when: 'The total is not the one that the guest saw.',
    detail: 'The total is now 3150. Show it and order again.',
  },
  invalid_transition: {
    when: 'The command does not fit the state.',
    detail: 'An order that is completed cannot be cancelled.',
  },
  allergy_unacknowledged: {
    when: 'A guest is allergic to something, and no cook has acknowledged it yet.',
    detail: 'The guest is allergic to nuts. Acknowledge it first, then start.',
  },
  already_exists: {
    when: 'There is such a thing already.',
    detail: 'Somebody else has just made the same thing. Load it and look again.',
  },
  in_use: { when: 'Other things still refer to it.', detail: 'Other things still use it. Take it out of them first.' },
  group_locked: {
    when: 'The host has locked the basket of the group, or has to lock it first.',
    detail: 'The host has closed the basket. Ask for it to be opened again.',
  },
  group_ordered: { when: 'The group has ordered already.', detail: 'The basket has been ordered. Start a new one.' },
  group_expired: { when: 'The basket of the group is too old.', detail: 'The basket has expired. Start a new one.' },
  group_full: {
    when: 'The basket of the group takes no more people or dishes.',
    detail: 'The basket takes 100 dishes. Take something out first.',
  },
  login_link_used: {
    when: 'The link of the mail was used already.',
    detail: 'This link was used already. Ask for a new one.',
  },
  login_link_expired: {
    when: 'The link of the mail is older than fifteen minutes.',
    detail: 'This link has expired. Ask for a new one.',
  },
  mail_off: {
    when: 'The house sends no mail, because its operator has not set it up.',
    detail: 'This house does not send mail. Order without an account, or log in with a passkey.',
  },
  order_under_way: {
    when: 'An order of the account is under way, and the restaurant needs to know whose it is.',
    detail: 'An order of yours is under way. Delete your data when you have it.',
  },
  idempotency_in_progress: {
    when: 'The first request with this key is still running.',
    detail: 'The first request with this Idempotency-Key is still running. Send it again shortly.',
  },
  version_mismatch: {
    when: 'Somebody else has changed it since the version in `If-Match`.',
    detail: 'It has changed since you loaded it. Load it again.',
  },
  body_too_large: { when: 'The body is too large.', detail: 'The body is too large; 1 MiB is the most.' },
  uri_too_long: { when: 'The address is too long.', detail: 'The address is too long.' },
  unsupported_media_type: {
    when: 'The body is of a type that is not taken here.',
    detail: 'Send the body as application/json.',
  },
  invalid_request: {
    when: 'Fields are wrong; `errors` names every one of them.',
    detail: 'Some fields are wrong; each is named in errors.',
    errors: [QUANTITY],
  },
  invalid_basket: {
    when: 'The basket cannot be ordered as it is; `errors` names all that is wrong.',
    detail: 'The basket cannot be ordered as it is.',
    errors: [TOO_FEW],
  },
  idempotency_key_reused: {
    when: 'The key was used for another request.',
    detail: 'This Idempotency-Key was used for another request. Make a new key for a new request.',
  },
  idempotency_key_missing: {
    when: 'There is no `Idempotency-Key`, or it is not 16 to 255 visible ASCII characters.',
    detail: 'Send an Idempotency-Key header of 16 to 255 visible ASCII characters, new for each new request.',
  },
  precondition_required: {
    when: 'The change needs an `If-Match` header.',
    detail: 'Send If-Match with the ETag of what you loaded.',
  },
  too_many_requests: { when: 'Too many requests came at once.', detail: 'Too many requests. Wait a little.' },
  header_too_large: { when: 'The headers are too large.', detail: 'The headers are too large.' },
  internal_error: {
    when: 'Something went wrong here; it has been logged under `requestId`.',
    detail: 'Something went wrong on our side; it has been logged.',
  },
  service_unavailable: {
    when: 'The database cannot be reached; `Retry-After` says when to try again.',
    detail: 'The database cannot be reached right now. Try again shortly.',
  },
};

/** An example of the whole problem. */
export function exampleProblem(code: ProblemCode): Problem {
  const { detail, errors } = PROBLEM_TEXTS[code];
  return {
    type: `urn:comanda:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status: PROBLEM_STATUS[code],
    detail,
    instance: '/api/v1/...',
    code,
    requestId: 'req-1z',
    ...(errors ? { errors } : {}),
  };
}

export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as ProblemCode[];
