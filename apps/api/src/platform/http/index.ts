export { actorName, GUEST } from './actor.js';
export type { Actor, Guest, Staff } from './actor.js';
export { DomainError } from './domain-error.js';
export { ProblemFilter } from './problem.filter.js';
export { etag, versionOfIfMatch } from './etag.js';
