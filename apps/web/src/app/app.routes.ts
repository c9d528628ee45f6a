import type { Routes } from '@angular/router';
import { guestRoutes } from './guest/guest.routes';

/** The guest's area is eager, because the menu is where people land. */
export const routes: Routes = [
  { path: 'admin', loadChildren: () => import('./admin/admin.routes').then((file) => file.adminRoutes) },
  { path: 'kitchen', loadChildren: () => import('./kitchen/kitchen.routes').then((file) => file.kitchenRoutes) },
  ...guestRoutes,
];
