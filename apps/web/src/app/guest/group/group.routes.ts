import type { Routes } from '@angular/router';
import { GROUP_CHECKOUT } from './group-checkout';
import { GroupPage } from './group-page';

export const groupRoutes: Routes = [
  {
    path: '',
    providers: [...GROUP_CHECKOUT],
    children: [
      {
        path: '',
        pathMatch: 'full',
        component: GroupPage,
        title: $localize`:@@guest.group.heading:Ordering together`,
      },
      {
        path: 'checkout',
        loadComponent: () => import('../checkout/checkout-page').then((file) => file.CheckoutPage),
        title: $localize`:@@guest.checkout.title:Checkout`,
      },
    ],
  },
];
