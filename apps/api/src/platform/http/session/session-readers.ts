import type { GuestAccount, Staff } from '../actor.js';

/** Finds the session that the secret of the staff's cookie opens; the accounts module provides it. */
export abstract class SessionReader {
  abstract find(secret: string): Promise<{ readonly staff: Staff; readonly csrfToken: string } | null>;
}

/** The same for guests; the guests module provides it. */
export abstract class GuestSessionReader {
  abstract find(secret: string): Promise<{ readonly guest: GuestAccount; readonly csrfToken: string } | null>;
}
