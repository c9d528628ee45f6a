import { Module } from '@nestjs/common';
import { LocationDirectory } from './location-directory.js';
import { OrderingSwitch } from './ordering-switch.js';

@Module({ providers: [LocationDirectory, OrderingSwitch], exports: [LocationDirectory, OrderingSwitch] })
export class LocationsModule {}
