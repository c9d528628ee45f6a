import { Module } from '@nestjs/common';
import { LocationChange } from './location-change.js';
import { LocationDirectory } from './location-directory.js';
import { LocationSetup } from './location-setup.js';
import { LocationsController } from './locations.controller.js';
import { OrderingSwitch } from './ordering-switch.js';

@Module({
  controllers: [LocationsController],
  providers: [LocationChange, LocationDirectory, LocationSetup, OrderingSwitch],
  exports: [LocationDirectory, LocationSetup, OrderingSwitch],
})
export class LocationsModule {}
