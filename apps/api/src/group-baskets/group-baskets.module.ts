import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { OrdersModule } from '../orders/index.js';
import { GroupBasketRepository } from './group-basket.repository.js';
import { GroupBasketSweeper } from './group-basket-sweeper.js';
import { GroupBasketsController } from './group-baskets.controller.js';
import { GroupBaskets } from './group-baskets.js';
import { GroupCheckout } from './group-checkout.js';
import { GroupMembersController } from './group-members.controller.js';
import { GroupReading } from './group-reading.js';

@Module({
  imports: [LocationsModule, OrdersModule],
  controllers: [GroupBasketsController, GroupMembersController],
  providers: [GroupBaskets, GroupBasketRepository, GroupBasketSweeper, GroupCheckout, GroupReading],
})
export class GroupBasketsModule {}
