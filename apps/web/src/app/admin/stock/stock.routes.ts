import type { Routes } from '@angular/router';
import { staffGuard } from '../../core/session/staff-guard';
import { CountPage } from './count-page';
import { LogPage } from './log-page';
import { StockPage } from './stock-page';
import { UsePage } from './use-page';

export const stockRoutes: Routes = [
  { path: '', pathMatch: 'full', component: StockPage, title: 'Stock' },
  { path: 'count', component: CountPage, title: 'Count the stock' },
  { path: 'log', component: LogPage, title: 'Waste and ledger' },
  { path: 'use', canActivate: [staffGuard('reports.read')], component: UsePage, title: 'Use of ingredients' },
];
