import { Module } from '@nestjs/common';
import { SessionReader } from '../platform/http/index.js';
import { KitchenDevicesController } from './devices/kitchen-devices.controller.js';
import { KitchenDevices } from './devices/kitchen-devices.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { StaffAccountsController } from './staff-accounts.controller.js';
import { StaffAccounts } from './staff-accounts.js';

@Module({
  controllers: [SessionController, StaffAccountsController, KitchenDevicesController],
  providers: [KitchenDevices, Sessions, StaffAccounts, { provide: SessionReader, useExisting: Sessions }],
  exports: [Sessions, StaffAccounts, SessionReader],
})
export class AccountsModule {}
