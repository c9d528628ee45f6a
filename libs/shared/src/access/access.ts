/** What somebody may do. Everything is denied unless a route declares it. */
export const PERMISSIONS = [
  'orders.read',
  'orders.place',
  'orders.accept',
  'orders.cancel',
  'orders.hand-over',
  'orders.record-payment',
  'orders.agree-price',
  'orders.backdate',
  'floor.serve',
  'kitchen.read',
  'kitchen.cook',
  'kitchen.expo',
  'kitchen.devices',
  'menu.read',
  'menu.edit',
  'menu.suspend',
  'stock.read',
  'stock.book',
  'reports.read',
  'location.edit',
  'locations.create',
  'staff.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['admin', 'manager', 'kitchen', 'waiter'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts in a session: a member of staff, or a screen of the kitchen that belongs to a station or to the pass. */
export type ActingRole = Role | 'station-screen' | 'pass-screen';

const FLOOR: readonly Permission[] = [
  'floor.serve',
  'orders.read',
  'orders.place',
  'orders.accept',
  'orders.hand-over',
  'orders.record-payment',
  'kitchen.read',
  'kitchen.expo',
  'menu.read',
  'menu.suspend',
];

const STATION_SCREEN: readonly Permission[] = ['kitchen.read', 'kitchen.cook', 'menu.read', 'menu.suspend'];

/** The permissions of each role. */
export const ROLE_PERMISSIONS: Readonly<Record<ActingRole, readonly Permission[]>> = {
  admin: PERMISSIONS,
  manager: PERMISSIONS.filter((permission) => permission !== 'staff.manage' && permission !== 'locations.create'),
  kitchen: [
    'orders.read',
    'orders.accept',
    'orders.hand-over',
    'kitchen.read',
    'kitchen.cook',
    'kitchen.expo',
    'menu.read',
    'menu.suspend',
    'stock.read',
    'stock.book',
  ],
  waiter: [...FLOOR, 'orders.cancel'],
  'station-screen': STATION_SCREEN,
  'pass-screen': [...STATION_SCREEN, 'kitchen.expo', 'orders.read', 'orders.hand-over'],
};

/** True when the role holds the permission. */
export function may(role: ActingRole, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}
