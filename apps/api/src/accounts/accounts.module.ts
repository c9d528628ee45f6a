import { Module } from '@nestjs/common';
import { SessionReader } from '../platform/http/index.js';
import { Sessions } from './sessions.js';
import { StaffAccounts } from './staff-accounts.js';

@Module({
  providers: [Sessions, StaffAccounts, { provide: SessionReader, useExisting: Sessions }],
  exports: [Sessions, StaffAccounts, SessionReader],
})
export class AccountsModule {}
