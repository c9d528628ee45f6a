import type { ActingRole } from '@comanda/shared';

/** Who makes a request. */
export type Actor = Guest | Staff;

export interface Guest {
  readonly kind: 'guest';
}

export interface Staff {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly role: ActingRole;
  readonly locationId: string;
  /** Of a screen: the only station whose tickets exist for it. */
  readonly stationId?: string;
}

/** A guest who is logged in; only routes of guests' accounts ask who. */
export interface GuestAccount {
  readonly id: string;
  readonly email: string;
}

export const GUEST: Guest = { kind: 'guest' };

/** The name under which the event log knows somebody. */
export function actorName(actor: Actor): string {
  return actor.kind === 'staff' ? actor.name : 'guest';
}
