import type { Routes } from '@angular/router';
import { addIcons } from '../ui/icon/icon-shapes';
import { KITCHEN_ICONS } from '../ui/icon/kitchen-icons';
import { screenGuard } from './device/screen-guard';
import { KitchenFrame } from './kitchen-frame';

addIcons(KITCHEN_ICONS);

/** The kitchen: the choice of the station, the stations' boards and the pass. */
export const kitchenRoutes: Routes = [
  {
    path: '',
    component: KitchenFrame,
    children: [
      {
        path: 'pair',
        loadComponent: () => import('./pairing/pairing-page').then((file) => file.PairingPage),
        title: 'Pair this screen',
      },
      {
        path: '',
        canActivate: [screenGuard],
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: () => import('./picker/station-picker').then((file) => file.StationPicker),
            title: 'Kitchen',
          },
          {
            path: 'expo',
            loadComponent: () => import('./expo/expo-page').then((file) => file.ExpoPage),
            title: 'Expo',
          },
          { path: ':stationId', loadComponent: () => import('./board/board-page').then((file) => file.BoardPage) },
        ],
      },
    ],
  },
];
