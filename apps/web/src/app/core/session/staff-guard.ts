import { inject } from '@angular/core';
import { type CanActivateFn, Router, type UrlTree } from '@angular/router';
import type { Permission, SessionView } from '@comanda/shared';
import { StaffSession } from './staff-session';

type StaffGuard = (...visit: Parameters<CanActivateFn>) => Promise<boolean | UrlTree>;

/**
 * Lets staff in who are logged in and, where one is named, hold the permission. Everybody else is sent to the log-in
 * (`?next=` leads back) or to the page that says what is missing. A server that does not answer also leads to the
 * log-in, which goes on by itself once it does.
 */
export function staffGuard(permission?: Permission): StaffGuard {
  return async (_route, { url }): Promise<boolean | UrlTree> => {
    const [staffSession, router] = [inject(StaffSession), inject(Router)];
    const session = await staffSession.current().catch(() => null);
    if (session === null) return router.createUrlTree(['/admin/login'], { queryParams: { next: url } });
    if (isAllowed(session, permission)) return true;
    return router.createUrlTree(['/admin/no-permission'], { queryParams: { page: url } });
  };
}

function isAllowed(session: SessionView, permission: Permission | undefined): boolean {
  return permission === undefined || session.permissions.includes(permission);
}
