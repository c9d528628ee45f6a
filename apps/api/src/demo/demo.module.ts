import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { InventoryModule } from '../inventory/index.js';
import { LocationsModule } from '../locations/index.js';
import { MenuModule } from '../menu/index.js';
import { Demo } from './demo.js';
import { DemoPhotos } from './demo-photos.js';

@Module({
  imports: [AccountsModule, InventoryModule, LocationsModule, MenuModule],
  providers: [Demo, DemoPhotos],
  exports: [Demo, DemoPhotos],
})
export class DemoModule {}
