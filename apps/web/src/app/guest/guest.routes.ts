import type { Routes } from '@angular/router';
import { MenuPage } from './menu/menu-page';

/** The menu is eager: a lazy one would cost another round trip before the first dish. */
export const guestRoutes: Routes = [
  { path: '', pathMatch: 'full', component: MenuPage, title: $localize`:@@guest.menu.title:Menu` },
  { path: 't/:tableToken', component: MenuPage, title: $localize`:@@guest.menu.title:Menu` },
  {
    path: 'checkout',
    loadComponent: () => import('./checkout/checkout-page').then((file) => file.CheckoutPage),
    title: $localize`:@@guest.checkout.title:Checkout`,
  },
  {
    path: 'o/:trackingToken',
    loadComponent: () => import('./tracking/tracking-page').then((file) => file.TrackingPage),
    title: $localize`:@@guest.track.pageTitle:Your order`,
  },
  { path: 'account', loadChildren: () => import('./account/account.routes').then((file) => file.accountRoutes) },
  { path: 'g/:groupToken', loadChildren: () => import('./group/group.routes').then((file) => file.groupRoutes) },
  {
    path: '**',
    loadComponent: () => import('./not-found/not-found-page').then((file) => file.NotFoundPage),
    title: $localize`:@@guest.notFound.title:Page not found`,
  },
];
