export { LiveModule } from './live.module.js';
export { LiveQuery } from './live-query.dto.js';
export { LiveStream, resumeFrom } from './live-stream.js';
export { tellAlike, tellLast } from './live-message.js';
export type { LiveMessage } from './live-message.js';
export type { LiveRequest } from './live-stream.js';
