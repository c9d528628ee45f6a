export { EventEntity } from './event.entity.js';
export { EventLog } from './event-log.js';
export type { Fact } from './event-log.js';
export { EventRedaction } from './event-redaction.js';
export { EventReader } from './event.repository.js';
export { EventsModule } from './events.module.js';
export { FeedMemory } from './feed-memory.js';
export { FeedEntity } from './feed.entity.js';
export { FeedNews } from './feed-news.js';
