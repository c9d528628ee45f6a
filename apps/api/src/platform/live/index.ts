export { LiveModule } from './live.module.js';
export { LiveQuery } from './live-query.dto.js';
export { LiveStream, resumeFrom } from './live-stream.js';
export type { LiveMessage, LiveRequest } from './live-stream.js';
