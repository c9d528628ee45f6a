export { LiveModule } from './live.module.js';
export { LiveStream, resumeFrom } from './live-stream.js';
export type { LiveMessage, LiveRequest } from './live-stream.js';
