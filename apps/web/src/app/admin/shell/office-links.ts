import type { Permission } from '@comanda/shared';
import type { IconName } from '../../ui/icon/icon-shapes';

export interface OfficeLink {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  readonly permission: Permission;
  /** In the bar at the bottom of a phone; the others stand under "More". */
  readonly inBar: boolean;
  /** Not current on the pages below it. */
  readonly exact?: boolean;
}

export const OFFICE_LINKS: readonly OfficeLink[] = [
  { path: '/admin/orders', label: 'Orders', icon: 'clipboard-list', permission: 'orders.read', inBar: true },
  { path: '/admin/menu', label: 'Menu', icon: 'utensils', permission: 'menu.read', inBar: true, exact: true },
  { path: '/admin/sold-out', label: 'Sold out', icon: 'ban', permission: 'menu.suspend', inBar: true },
  { path: '/admin/stock', label: 'Stock', icon: 'package-check', permission: 'stock.read', inBar: false },
  { path: '/admin/recipes', label: 'Recipes', icon: 'list', permission: 'menu.read', inBar: false },
  { path: '/admin/menu/import', label: 'Import', icon: 'file-up', permission: 'menu.read', inBar: false },
  { path: '/admin/times', label: 'Times', icon: 'calendar', permission: 'location.edit', inBar: false },
  { path: '/admin/staff', label: 'Staff', icon: 'users', permission: 'staff.manage', inBar: false },
  { path: '/floor', label: 'Tables', icon: 'utensils', permission: 'floor.serve', inBar: false },
  { path: '/admin/screens', label: 'Screens', icon: 'layout-grid', permission: 'kitchen.devices', inBar: false },
  { path: '/kitchen', label: 'Kitchen', icon: 'chef-hat', permission: 'kitchen.read', inBar: false },
];
