import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '../../core/session/session-store';
import { StaffSession } from '../../core/session/staff-session';
import { Banner } from '../../ui/banner/banner';
import { NO_PERMISSION_TEXTS } from './login-texts';

/** For staff whose role does not hold what a page needs. */
@Component({
  selector: 'app-no-permission-page',
  imports: [Banner, RouterLink],
  template: `
    <main id="main" tabindex="-1">
      <h1 tabindex="-1">{{ t.heading }}</h1>
      <p class="lead">{{ who() }} {{ what() }}</p>
      @if (failed()) {
        <app-banner kind="failed">{{ t.failed }}</app-banner>
      }
      <a class="button button--primary" routerLink="/admin/orders">{{ t.orders }}</a>
      <button type="button" class="button" (click)="changeUser()">{{ t.other }}</button>
    </main>
  `,
  styleUrl: './login-page.css',
})
export class NoPermissionPage {
  readonly page = input<string>();
  private readonly staffSession = inject(StaffSession);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore).session;
  protected readonly t = NO_PERMISSION_TEXTS;
  protected readonly failed = signal(false);
  protected readonly who = computed(() => {
    const staff = this.session()?.staff;
    return staff === undefined ? '' : this.t.who(staff.name, staff.role);
  });
  protected readonly what = computed(() => this.t.what((this.page() ?? 'that page').split('?')[0] ?? ''));

  protected async changeUser(): Promise<void> {
    try {
      await this.staffSession.logOut();
    } catch {
      return this.failed.set(true);
    }
    await this.router.navigate(['/admin/login'], { queryParams: { next: this.page() } });
  }
}
