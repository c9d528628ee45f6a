export { Clock } from './clock.js';
export { ClockModule } from './clock.module.js';
export { newId, newToken } from './ids.js';
