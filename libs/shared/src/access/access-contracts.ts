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

/** `POST /locations/{id}/kitchen-devices`: the office types in the code that the screen shows. */
export interface PairKitchenDeviceRequest {
  readonly code: string;
  readonly name: string;
  readonly stationId?: string;
}

export interface KitchenDeviceView extends SessionDeviceView {
  readonly pairedAt: string;
  /** A person has logged it in; it is watched while it is open on a board, and is not paired. */
  readonly loggedIn?: true;
  /** When it last showed a live board, some seconds exact. */
  readonly lastSeenAt: string;
  /** Nothing was heard of it for fifteen seconds or more; absent while it is well. */
  readonly silentSince?: string;
}

/** `POST /session/device`. */
export interface AskPairingCodeRequest {
  readonly screen: 'kitchen';
}

/** `POST /session/heartbeat`. */
export interface BeatRequest {
  /** `closed`: it is put away by a person, and is missed no more. A paired screen only says `live`. */
  readonly board: 'live' | 'closed';
  /** Of a screen that a person has logged in: which one of theirs, and what it shows. */
  readonly screen?: OpenScreen;
}

export interface OpenScreen {
  /** Made by the screen, the same as long as its tab lives. */
  readonly id: string;
  readonly name: string;
  /** Absent when it shows more than one. */
  readonly stationId?: string;
}

/** What a screen shows that nobody has logged in. */
export interface PairingCodeView {
  readonly code: string;
  readonly expiresAt: string;
  /** For a screen whose clock is wrong. */
  readonly goodForSeconds: number;
}
