import { GUEST_ICONS } from './guest-icons';
import type { STAFF_ICONS } from './staff-icons';

export type IconName = keyof typeof GUEST_ICONS | keyof typeof STAFF_ICONS;

const shapes: Partial<Record<IconName, string>> = { ...GUEST_ICONS };

/** Adds the icons of an area that is loaded later. */
export function addIcons(more: Partial<typeof STAFF_ICONS>): void {
  Object.assign(shapes, more);
}

/** The outline as path data; empty when its area was not loaded. */
export function iconShape(name: IconName): string {
  return shapes[name] ?? '';
}
