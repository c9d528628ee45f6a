export { AccountsModule } from './accounts.module.js';
export { Sessions } from './sessions.js';
export type { Session } from './sessions.js';
export { CreateStaffDto } from './staff-account.dto.js';
export { StaffAccounts } from './staff-accounts.js';
