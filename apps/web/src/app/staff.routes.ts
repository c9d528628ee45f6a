import { DOCUMENT, inject } from '@angular/core';
import type { Routes } from '@angular/router';

/** The areas of the staff. What is not theirs is the guests' site, which starts with a page of its own. */
export const staffRoutes: Routes = [
  { path: 'admin', loadChildren: () => import('./admin/admin.routes').then((file) => file.adminRoutes) },
  { path: 'kitchen', loadChildren: () => import('./kitchen/kitchen.routes').then((file) => file.kitchenRoutes) },
  { path: 'floor', loadChildren: () => import('./floor/floor.routes').then((file) => file.floorRoutes) },
  { path: 'board', loadChildren: () => import('./kitchen/pickup/pickup.routes').then((file) => file.pickupRoutes) },
  { path: '', pathMatch: 'full', canActivate: [toGuests], children: [] },
  {
    path: '**',
    loadComponent: () => import('./guest/not-found/not-found-page').then((file) => file.NotFoundPage),
    title: 'Page not found',
  },
];

function toGuests(): boolean {
  const document = inject(DOCUMENT);
  document.location.assign(document.baseURI);
  return false;
}
