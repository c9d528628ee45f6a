import type { Routes } from '@angular/router';
import { AccountFrame } from './account-frame';
import { OrdersPage } from './orders-page';

export const accountRoutes: Routes = [
  {
    path: 'enter',
    loadComponent: () => import('./enter-page').then((file) => file.EnterPage),
    title: $localize`:@@guest.account.enter:Log in`,
  },
  {
    path: 'email',
    loadComponent: () => import('./email-page').then((file) => file.EmailPage),
    title: $localize`:@@guest.email.fresh:New e-mail address`,
  },
  {
    path: '',
    component: AccountFrame,
    children: [
      {
        path: '',
        pathMatch: 'full',
        component: OrdersPage,
        title: $localize`:@@guest.account.heading:Your account`,
      },
      {
        path: 'details',
        loadComponent: () => import('./details-page').then((file) => file.DetailsPage),
        title: $localize`:@@guest.account.details:Details`,
      },
      {
        path: 'addresses',
        loadComponent: () => import('./addresses-page').then((file) => file.AddressesPage),
        title: $localize`:@@guest.account.addresses:Addresses`,
      },
      {
        path: 'access',
        loadComponent: () => import('./access-page').then((file) => file.AccessPage),
        title: $localize`:@@guest.account.access:Log-in and data`,
      },
    ],
  },
];
