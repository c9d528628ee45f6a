import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { LocationsModule } from '../locations/index.js';
import { InstallationController } from './installation.controller.js';
import { OperatorDesk } from './operator-desk.js';
import { RestaurantOpening } from './restaurant-opening.js';

/** The restaurants of one installation: it alone knows both locations and accounts. */
@Module({
  imports: [AccountsModule, LocationsModule],
  controllers: [InstallationController],
  providers: [OperatorDesk, RestaurantOpening],
})
export class InstallationModule {}
