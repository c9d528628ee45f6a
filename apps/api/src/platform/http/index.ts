export { Access, accessOf, CurrentActor, CurrentGuest } from './access.js';
export type { AccessRule } from './access.js';
export { AccessGuard } from './access.guard.js';
export { actorName, GUEST } from './actor.js';
export type { Actor, Guest, GuestAccount, Staff } from './actor.js';
export { DomainError } from './domain-error.js';
export { addressReader, APP_OPTIONS, httpAdapter } from './edge/http-adapter.js';
export type { HttpSettings } from './edge/http-adapter.js';
export { installHttpEdge } from './edge/http-edge.js';
export { PROBLEM_TYPE, toProblem } from './edge/problem.js';
export { installCompression, installSecurityHeaders } from './edge/security-headers.js';
export { LimitedTo, LimitGuard } from './limits/limit.guard.js';
export { limitRequests } from './limits/limit-requests.js';
export { RouteTable } from './edge/route-table.js';
export { etag, isUnchanged, requireVersion, unchanged, versionOfIfMatch } from './etag.js';
export {
  BooleanField,
  EnumField,
  field,
  InstantField,
  DegreesField,
  IntField,
  IntListField,
  ListField,
  ObjectField,
  StringField,
  StringListField,
} from './fields.js';
export type { FieldOptions } from './fields.js';
export { Idempotency } from './idempotency/idempotency.js';
export { IdempotencyKeyRepository } from './idempotency/idempotency-key.repository.js';
export { requireIdempotencyKey } from './idempotency/keyed-request.js';
export type { Keyed, KeyedRequest } from './idempotency/keyed-request.js';
export { isKept, sendAnswer, toKeptAnswer } from './idempotency/answer.js';
export type { Answer, KeyedAnswer } from './idempotency/answer.js';
export { KnownAnswers } from './known-answers.js';
export { KnownQueryGuard } from './known-query.guard.js';
export { BooleanParameter, DateParameter, EnumListParameter, IntParameter, LimitParameter } from './parameters.js';
export { ProblemFilter } from './problem.filter.js';
export { ReadyAnswer } from './ready-answer.js';
export { newSession } from './session/new-session.js';
export type { StoredSession } from './session/new-session.js';
export { secretHash } from './session/secret-hash.js';
export { GUEST_COOKIE, STAFF_COOKIE } from './session/session-cookie.js';
export { GuestSessionReader, SessionReader } from './session/session-readers.js';
export { closedTransport, isFromOwnNetwork, transportOf } from './session/transport.js';
export type { Transport } from './session/transport.js';
export { SoundInputPipe } from './sound-input.pipe.js';
export { requestValidation } from './validation.pipe.js';
export { HttpModule } from './http.module.js';
export { Picture, Spreadsheet, TakesUpload } from './edge/uploads.js';
