import type { Routes } from '@angular/router';
import { NotFoundPage } from './not-found/not-found-page';

export const guestRoutes: Routes = [
  { path: '**', component: NotFoundPage, title: $localize`:@@guest.notFound.title:Page not found` },
];
