import type { Permission, Role } from './access.js';

export interface LogInRequest {
  readonly email: string;
  readonly password: string;
}

/** Who is logged in. */
export interface SessionView {
  readonly staff: StaffView;
  readonly permissions: readonly Permission[];
  readonly locationId: string;
  /** Sent back as `X-CSRF-Token` with every change. */
  readonly csrfToken: string;
  readonly expiresAt: string;
  /** True when the log-in travels over plain http: the site shows a warning. */
  readonly insecureTransport: boolean;
}

export interface StaffView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly active: boolean;
}

export interface CreateStaffRequest {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
}

export interface ChangeStaffRequest {
  readonly name?: string;
  readonly role?: Role;
  readonly password?: string;
  readonly active?: boolean;
}
