import type { Routes } from '@angular/router';
import { staffGuard } from '../core/session/staff-guard';
import { addIcons } from '../ui/icon/icon-shapes';
import { STAFF_ICONS } from '../ui/icon/staff-icons';
import { OfficeFeed } from './live/office-feed';
import { OfficeLocation } from './shell/office-location';
import { PaletteState } from './shell/palette-state';
import { SessionWatch } from './shell/session-watch';
import { unsavedGuard } from './shell/unsaved-guard';

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
  {
    path: '',
    canActivate: [staffGuard()],
    loadComponent: () => import('./shell/office-shell').then((file) => file.OfficeShell),
    providers: [OfficeFeed, OfficeLocation, PaletteState, SessionWatch],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'orders' },
      {
        path: 'orders',
        canActivate: [staffGuard('orders.read')],
        loadComponent: () => import('./orders/orders-page').then((file) => file.OrdersPage),
        title: 'Orders',
      },
      {
        path: 'menu',
        canActivate: [staffGuard('menu.read')],
        canDeactivate: [unsavedGuard],
        runGuardsAndResolvers: 'paramsOrQueryParamsChange',
        loadComponent: () => import('./menu/menu-page').then((file) => file.MenuPage),
        title: 'Menu',
      },
      {
        path: 'menu/import',
        canActivate: [staffGuard('menu.read')],
        loadComponent: () => import('./import/import-page').then((file) => file.ImportPage),
        title: 'Import and export',
      },
      {
        path: 'stock',
        canActivate: [staffGuard('stock.read')],
        loadChildren: () => import('./stock/stock.routes').then((file) => file.stockRoutes),
      },
      {
        path: 'recipes',
        canActivate: [staffGuard('menu.read')],
        loadComponent: () => import('./recipes/recipes-page').then((file) => file.RecipesPage),
        title: 'Recipes',
      },
      {
        path: 'times',
        canActivate: [staffGuard('location.edit')],
        loadComponent: () => import('./times/times-page').then((file) => file.TimesPage),
        title: 'Times and delivery',
      },
      {
        path: 'staff',
        canActivate: [staffGuard('staff.manage')],
        loadComponent: () => import('./staff/staff-page').then((file) => file.StaffPage),
        title: 'Staff',
      },
      {
        path: 'screens',
        canActivate: [staffGuard('kitchen.devices')],
        loadComponent: () => import('./screens/screens-page').then((file) => file.ScreensPage),
        title: 'Screens',
      },
      {
        path: 'sold-out',
        canActivate: [staffGuard('menu.suspend')],
        loadComponent: () => import('./sold-out/sold-out-page').then((file) => file.SoldOutPage),
        title: 'Sold out',
      },
    ],
  },
];
