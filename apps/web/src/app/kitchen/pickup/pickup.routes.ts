import type { Routes } from '@angular/router';
import { KitchenFrame } from '../kitchen-frame';
import { PickupPage } from './pickup-page';

/** The numbers above the counter are for everybody: no log-in. */
export const pickupRoutes: Routes = [
  { path: '', component: KitchenFrame, children: [{ path: '', component: PickupPage, title: 'Orders' }] },
];
