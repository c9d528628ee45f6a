import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '../../core/session/session-store';
import { STOCK_TEXTS } from './stock-texts';

/** The pages of the stock beside each other. */
@Component({
  selector: 'app-stock-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t.pages">
      @for (page of pages(); track page.path) {
        <a
          [routerLink]="page.path"
          routerLinkActive="current"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{ exact: true }"
          >{{ page.label }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
      border-block-end: 1px solid var(--line);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--target);
      color: var(--ink-2);
      text-decoration: none;
      border-block-end: 3px solid transparent;
    }
    a:hover {
      color: var(--ink);
    }
    a.current {
      color: var(--ink);
      font-weight: 600;
      border-block-end-color: var(--accent);
    }
  `,
})
export class StockNav {
  private readonly session = inject(SessionStore);
  protected readonly t = STOCK_TEXTS;
  protected readonly pages = computed(() => [
    { path: '/admin/stock', label: this.t.list },
    { path: '/admin/stock/count', label: this.t.countPage },
    { path: '/admin/stock/log', label: this.t.logPage },
    ...(this.session.may('reports.read') ? [{ path: '/admin/stock/use', label: this.t.usePage }] : []),
  ]);
}
