export { Clock } from './clock.js';
export { ClockModule } from './clock.module.js';
export { idsSince, newId, newToken } from './ids.js';
export { toInstant } from './instant.js';
export { Rounds } from './rounds.js';
