import { Global, Module } from '@nestjs/common';
import { EventLog } from './event-log.js';
import { EventReader } from './event.repository.js';
import { FeedNews } from './feed-news.js';

@Global()
@Module({ providers: [EventLog, EventReader, FeedNews], exports: [EventLog, EventReader, FeedNews] })
export class EventsModule {}
