import { Module } from '@nestjs/common';
import { Sessions } from './sessions.js';
import { StaffAccounts } from './staff-accounts.js';

@Module({ providers: [Sessions, StaffAccounts], exports: [Sessions, StaffAccounts] })
export class AccountsModule {}
