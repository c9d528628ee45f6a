/** The error shape of the API: RFC 9457 `application/problem+json`, with all problems of a request at once. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly errors?: readonly ProblemItem[];
}

export interface ProblemItem {
  /** RFC 6901 JSON pointer into the request's body, or `#query/...`, `#header/...`, `#path/...`. */
  readonly pointer: string;
  /** Of a basket a `BasketProblemCode`; of a field `unknown_field` or the check that failed (`min`, `max_length`, `not_string`). */
  readonly code: string;
  /** One plain sentence: what is wrong and how to mend it. */
  readonly detail: string;
  readonly limit?: number;
  readonly actual?: number | string;
  readonly resource?: string;
  /** What could be asked for instead. */
  readonly instead?: string;
}

/** Every code that an answer may carry, and its HTTP status. Codes never change. */
export const PROBLEM_STATUS = {
  unreadable_body: 400,
  unreadable_request: 400,
  invalid_header: 400,
  invalid_path: 400,
  invalid_query: 400,
  unauthenticated: 401,
  invalid_login: 401,
  invalid_passkey: 401,
  forbidden: 403,
  csrf_token_missing: 403,
  insecure_transport: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  request_timeout: 408,
  out_of_stock: 409,
  not_available: 409,
  restaurant_closed: 409,
  slot_full: 409,
  slot_unavailable: 409,
  slot_hold_used: 409,
  price_changed: 409,
  invalid_transition: 409,
  allergy_unacknowledged: 409,
  already_exists: 409,
  in_use: 409,
  group_locked: 409,
  group_ordered: 409,
  group_expired: 409,
  group_full: 409,
  login_link_used: 409,
  login_link_expired: 409,
  mail_off: 409,
  order_under_way: 409,
  idempotency_in_progress: 409,
  version_mismatch: 412,
  body_too_large: 413,
  uri_too_long: 414,
  unsupported_media_type: 415,
  invalid_request: 422,
  invalid_basket: 422,
  idempotency_key_reused: 422,
  idempotency_key_missing: 400,
  precondition_required: 428,
  too_many_requests: 429,
  header_too_large: 431,
  internal_error: 500,
  service_unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;
