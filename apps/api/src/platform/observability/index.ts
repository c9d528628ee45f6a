export type { Answered, Witness } from './answered.js';
export { createLogger } from './logs.js';
export type { LogSettings } from './logs.js';
export { serveMetrics } from './metrics.js';
export type { Metrics } from './metrics.js';
export { NestLogger } from './nest-logger.js';
export { installRequestLog } from './request-log.js';
export { sendTraces } from './traces.js';
export type { Traces, TraceSettings } from './traces.js';
