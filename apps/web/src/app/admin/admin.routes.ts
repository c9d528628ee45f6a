import type { Routes } from '@angular/router';
import { staffGuard } from '../core/session/staff-guard';
import { addIcons } from '../ui/icon/icon-shapes';
import { STAFF_ICONS } from '../ui/icon/staff-icons';

addIcons(STAFF_ICONS);

/** The office. The shell stands around every page but the log-in. */
export const adminRoutes: Routes = [
  {
    path: 'login',
    loadComponent: () => import('./login/login-page').then((file) => file.LoginPage),
    title: 'Log in',
  },
  {
    path: 'no-permission',
    canActivate: [staffGuard()],
    loadComponent: () => import('./login/no-permission-page').then((file) => file.NoPermissionPage),
    title: 'No permission',
  },
];
