import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccountsModule } from './accounts/index.js';
import { DemoModule } from './demo/index.js';
import { FloorModule } from './floor/index.js';
import { GroupBasketsModule } from './group-baskets/index.js';
import { GuestsModule } from './guests/index.js';
import { InstallationModule } from './installation/index.js';
import { InventoryModule } from './inventory/index.js';
import { KitchenModule } from './kitchen/index.js';
import { LocationsModule } from './locations/index.js';
import { MenuModule } from './menu/index.js';
import { OrdersModule } from './orders/index.js';
import { ClockModule } from './platform/clock/index.js';
import type { Settings } from './platform/config/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { EventsModule } from './platform/events/index.js';
import { HealthModule } from './platform/health/index.js';
import {
  AccessGuard,
  HttpModule,
  KnownQueryGuard,
  LimitGuard,
  ProblemFilter,
  requestValidation,
  SoundInputPipe,
} from './platform/http/index.js';
import { LiveModule } from './platform/live/index.js';
import { MailModule } from './platform/mail/index.js';
import { NewsModule } from './platform/news/index.js';
import { PushModule } from './push/index.js';
import { SCHEMA } from './schema.js';
import { SiteModule } from './site/index.js';

const PLATFORM = [ClockModule, EventsModule, HttpModule, LiveModule, HealthModule];
const MODULES = [
  AccountsModule,
  LocationsModule,
  InstallationModule,
  MenuModule,
  InventoryModule,
  OrdersModule,
  KitchenModule,
  FloorModule,
  GroupBasketsModule,
  GuestsModule,
  PushModule,
  DemoModule,
  SiteModule,
];

@Module({})
export class AppModule {
  static register(settings: Pick<Settings, 'database'> & Partial<Pick<Settings, 'redisUrl' | 'mail'>>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.register(settings.database, SCHEMA),
        NewsModule.register(settings.redisUrl),
        MailModule.register(settings.mail),
        ...PLATFORM,
        ...MODULES,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: LimitGuard },
        { provide: APP_GUARD, useClass: KnownQueryGuard },
        { provide: APP_PIPE, useClass: SoundInputPipe },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
