import type { Routes } from '@angular/router';
import { staffGuard } from '../core/session/staff-guard';
import { addIcons } from '../ui/icon/icon-shapes';
import { KITCHEN_ICONS } from '../ui/icon/kitchen-icons';
import { FloorPlace } from './floor-place';
import { FloorStore } from './floor-store';
import { OrderDrafts } from './order/order-drafts';

addIcons(KITCHEN_ICONS);

/** The waiter's phone: the tables, and an order that is taken at one of them or on the telephone. */
export const floorRoutes: Routes = [
  {
    path: '',
    canActivate: [staffGuard('floor.serve')],
    providers: [FloorPlace, FloorStore, OrderDrafts],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./floor-page').then((file) => file.FloorPage),
        title: 'Tables',
      },
      {
        path: 'order',
        loadComponent: () => import('./order/order-page').then((file) => file.OrderPage),
        title: 'Take an order',
      },
      {
        path: 'dish',
        canActivate: [staffGuard('orders.cancel')],
        loadComponent: () => import('./dish/dish-page').then((file) => file.DishPage),
        title: 'Change a dish',
      },
    ],
  },
];
