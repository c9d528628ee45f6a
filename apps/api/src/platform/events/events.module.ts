import { Global, Module } from '@nestjs/common';
import { EventLog } from './event-log.js';
import { EventRedaction } from './event-redaction.js';
import { EventReader } from './event.repository.js';
import { FeedNews } from './feed-news.js';
import { FeedWatch } from './feed-watch.js';

@Global()
@Module({
  providers: [EventLog, EventReader, EventRedaction, FeedNews, FeedWatch],
  exports: [EventLog, EventReader, EventRedaction, FeedNews],
})
export class EventsModule {}
