import { Module } from '@nestjs/common';
import { SessionReader } from '../platform/http/index.js';
import { KitchenDevicesController } from './devices/kitchen-devices.controller.js';
import { KitchenDevices } from './devices/kitchen-devices.js';
import { OpenScreens } from './devices/open-screens.js';
import { PairingCodes } from './devices/pairing-codes.js';
import { ScreenBeats } from './devices/screen-beats.js';
import { ScreenLog } from './devices/screen-log.js';
import { ScreenWatch } from './devices/screen-watch.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { StaffAccountsController } from './staff-accounts.controller.js';
import { StaffAccounts } from './staff-accounts.js';

@Module({
  controllers: [SessionController, StaffAccountsController, KitchenDevicesController],
  providers: [
    KitchenDevices,
    OpenScreens,
    PairingCodes,
    ScreenBeats,
    ScreenLog,
    ScreenWatch,
    Sessions,
    StaffAccounts,
    { provide: SessionReader, useExisting: Sessions },
  ],
  exports: [Sessions, StaffAccounts, SessionReader],
})
export class AccountsModule {}
