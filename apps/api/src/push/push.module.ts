import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { OrdersModule } from '../orders/index.js';
import { OrderNewsWatch } from './order-news-watch.js';
import { PushKeys } from './push-keys.js';
import { PushSending } from './push-sending.js';
import { PushServices } from './push-services.js';
import { PushSubscriptions } from './push-subscriptions.js';
import { PushController } from './push.controller.js';

@Module({
  imports: [LocationsModule, OrdersModule],
  controllers: [PushController],
  providers: [OrderNewsWatch, PushKeys, PushSending, PushServices, PushSubscriptions],
})
export class PushModule {}
