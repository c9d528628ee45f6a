import { Global, Module } from '@nestjs/common';
import { EventLog } from './event-log.js';
import { EventReader } from './event.repository.js';
import { FeedNews } from './feed-news.js';
import { FeedWatch } from './feed-watch.js';

@Global()
@Module({ providers: [EventLog, EventReader, FeedNews, FeedWatch], exports: [EventLog, EventReader, FeedNews] })
export class EventsModule {}
