import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { REDIS_URL, RedisNews } from './redis-news.js';

/** News between processes; without an address of Redis they notice each other by looking. */
@Module({})
export class NewsModule {
  static register(redisUrl: string | undefined): DynamicModule {
    const providers = redisUrl === undefined ? [] : [{ provide: REDIS_URL, useValue: redisUrl }, RedisNews];
    return { module: NewsModule, providers };
  }
}
