import type { Routes } from '@angular/router';
import { guestRoutes } from './guest/guest.routes';
import { addIcons } from './ui/icon/icon-shapes';

async function staffIcons(): Promise<void> {
  const { STAFF_ICONS } = await import('./ui/icon/staff-icons');
  addIcons(STAFF_ICONS);
}

/** The guest's area is eager, because the menu is where people land; staff load theirs. */
export const routes: Routes = [
  {
    path: 'kitchen',
    loadChildren: async () => {
      const [area] = await Promise.all([import('./kitchen/kitchen.routes'), staffIcons()]);
      return area.kitchenRoutes;
    },
  },
  {
    path: 'admin',
    loadChildren: async () => {
      const [area] = await Promise.all([import('./admin/admin.routes'), staffIcons()]);
      return area.adminRoutes;
    },
  },
  ...guestRoutes,
];
