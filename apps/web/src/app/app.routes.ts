import type { Routes } from '@angular/router';
import { guestRoutes } from './guest/guest.routes';

/** The guest's area is eager, because the menu is where people land; staff load theirs. */
export const routes: Routes = [
  { path: 'kitchen', loadChildren: () => import('./kitchen/kitchen.routes').then((area) => area.kitchenRoutes) },
  { path: 'admin', loadChildren: () => import('./admin/admin.routes').then((area) => area.adminRoutes) },
  ...guestRoutes,
];
