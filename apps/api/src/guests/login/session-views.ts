import { Injectable } from '@nestjs/common';
import type { GuestSessionView } from '@comanda/shared';
import { GuestAccounts } from '../account/guest-accounts.js';
import type { GuestSession } from './guest-sessions.js';

@Injectable()
export class SessionViews {
  constructor(private readonly accounts: GuestAccounts) {}

  async of({ guest, csrfToken, expiresAt }: GuestSession): Promise<GuestSessionView> {
    const account = await this.accounts.view(guest.id);
    return { account, csrfToken, expiresAt: new Date(expiresAt).toISOString() };
  }
}
