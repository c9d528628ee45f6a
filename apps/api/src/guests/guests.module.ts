import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { OrdersModule } from '../orders/index.js';
import { GuestSessionReader } from '../platform/http/index.js';
import { GuestAccountController } from './account/guest-account.controller.js';
import { GuestAccounts } from './account/guest-accounts.js';
import { GuestData } from './account/guest-data.js';
import { GuestAddressesController } from './addresses/guest-addresses.controller.js';
import { GuestAddresses } from './addresses/guest-addresses.js';
import { EmailChangesController } from './email/email-changes.controller.js';
import { EmailChanges } from './email/email-changes.js';
import { GuestSweeper } from './guest-sweeper.js';
import { GuestSessionController } from './login/guest-session.controller.js';
import { GuestSessions } from './login/guest-sessions.js';
import { LoginLinks } from './login/login-links.js';
import { SessionViews } from './login/session-views.js';
import { GuestOrdersController } from './orders/guest-orders.controller.js';
import { KeptOrders } from './orders/kept-orders.js';
import { PasskeyChallenges } from './passkeys/passkey-challenges.js';
import { PasskeyLogin } from './passkeys/passkey-login.js';
import { PasskeysController } from './passkeys/passkeys.controller.js';
import { Passkeys } from './passkeys/passkeys.js';

@Module({
  imports: [LocationsModule, OrdersModule],
  controllers: [
    GuestSessionController,
    GuestAccountController,
    EmailChangesController,
    GuestAddressesController,
    GuestOrdersController,
    PasskeysController,
  ],
  providers: [
    EmailChanges,
    GuestAccounts,
    GuestAddresses,
    GuestData,
    GuestSessions,
    GuestSweeper,
    KeptOrders,
    LoginLinks,
    PasskeyChallenges,
    PasskeyLogin,
    Passkeys,
    SessionViews,
    { provide: GuestSessionReader, useExisting: GuestSessions },
  ],
  exports: [GuestSessionReader],
})
export class GuestsModule {}
