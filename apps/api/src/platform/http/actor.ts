import type { Role } from '@comanda/shared';

/** Who makes a request. */
export type Actor = Guest | Staff;

export interface Guest {
  readonly kind: 'guest';
}

export interface Staff {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly locationId: string;
}

export const GUEST: Guest = { kind: 'guest' };

/** The name under which the event log knows somebody. */
export function actorName(actor: Actor): string {
  return actor.kind === 'staff' ? actor.name : 'guest';
}
