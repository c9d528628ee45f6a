import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ClockModule } from './platform/clock/index.js';
import type { Settings } from './platform/config/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { EventsModule } from './platform/events/index.js';
import { HealthModule } from './platform/health/index.js';
import { SCHEMA } from './schema.js';

@Module({})
export class AppModule {
  static register(settings: Pick<Settings, 'database'>): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule.register(settings.database, SCHEMA), ClockModule, EventsModule, HealthModule],
    };
  }
}
