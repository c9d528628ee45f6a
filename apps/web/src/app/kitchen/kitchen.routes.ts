import type { Routes } from '@angular/router';
import { staffGuard } from '../core/session/staff-guard';
import { addIcons } from '../ui/icon/icon-shapes';
import { STAFF_ICONS } from '../ui/icon/staff-icons';
import { KitchenFrame } from './kitchen-frame';

addIcons(STAFF_ICONS);

/** The kitchen: the choice of the station, the stations' boards and the pass. */
export const kitchenRoutes: Routes = [
  {
    path: '',
    component: KitchenFrame,
    canActivate: [staffGuard('kitchen.read')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./picker/station-picker').then((file) => file.StationPicker),
        title: 'Kitchen',
      },
      { path: 'expo', loadComponent: () => import('./expo/expo-page').then((file) => file.ExpoPage), title: 'Expo' },
      { path: ':stationId', loadComponent: () => import('./board/board-page').then((file) => file.BoardPage) },
    ],
  },
];
