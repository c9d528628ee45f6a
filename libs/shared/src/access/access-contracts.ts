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
  /** A screen of the kitchen that was paired by a code, not a person. */
  readonly device?: SessionDeviceView;
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

export interface SessionDeviceView {
  readonly id: string;
  readonly name: string;
  /** The only station that it sees; absent at the pass. */
  readonly stationId?: string;
}

/** `POST /locations/{id}/kitchen-devices`. */
export interface CreateKitchenDeviceRequest {
  readonly name: string;
  readonly stationId?: string;
}

/** `POST /session/device`: the screen gives the code that the office was told. */
export interface PairKitchenDeviceRequest {
  readonly code: string;
}

export interface KitchenDeviceView extends SessionDeviceView {
  /** Until when its code can be typed in; absent once it was. */
  readonly codeExpiresAt?: string;
  readonly pairedAt?: string;
}

/** Said once: the code is not kept. */
export interface PairingCodeView extends KitchenDeviceView {
  readonly code: string;
}
