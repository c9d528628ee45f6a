export { createLogger } from './logs.js';
export type { LogSettings } from './logs.js';
export { serveMetrics } from './metrics.js';
export { NestLogger } from './nest-logger.js';
export { installRequestLog } from './request-log.js';
export { sendTraces } from './traces.js';
export type { TraceSettings } from './traces.js';
