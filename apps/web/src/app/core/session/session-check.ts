import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { StaffSession } from './staff-session';

/**
 * Asks whether anybody is still logged in; when nobody is, the log-in is the place to be. No answer at all says nothing
 * about that. Needs an injection context.
 */
export function injectSessionCheck(): () => Promise<void> {
  const [staffSession, router] = [inject(StaffSession), inject(Router)];
  return async () => {
    const session = await staffSession.ask().catch(() => undefined);
    if (session === null) await router.navigate(['/admin/login'], { queryParams: { next: router.url } });
  };
}
