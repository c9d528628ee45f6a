import { EnvironmentInjector, inject, runInInjectionContext } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import type { SessionView } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';
import { SessionStore } from '../../core/session/session-store';
import { StaffSession } from '../../core/session/staff-session';
import { staffGuard } from '../../core/session/staff-guard';

export const LAST_SESSION = 'comanda.kitchen.session';

/**
 * Lets those in who may look at the kitchen. A screen that is loaded while the server is away opens for whoever was
 * logged in last, to show what it remembers; it has no token then, and asks for one before it sends anything. A screen
 * that nobody has logged in shows its code.
 */
export const screenGuard: CanActivateFn = async (route, state) => {
  const [sessions, store, storage] = [inject(StaffSession), inject(SessionStore), inject(DeviceStorage).device];
  const [injector, router] = [inject(EnvironmentInjector), inject(Router)];
  try {
    const session = await sessions.current();
    if (session === null) storage.remove(LAST_SESSION);
    else if (session.csrfToken !== '') storage.write(LAST_SESSION, { ...session, csrfToken: '' });
  } catch {
    const last = storage.read(LAST_SESSION);
    if (isSession(last)) store.set(last);
  }
  if (store.session() === null) return router.createUrlTree(['/kitchen/pair'], { queryParams: { next: state.url } });
  return runInInjectionContext(injector, () => staffGuard('kitchen.read')(route, state));
};

function isSession(value: unknown): value is SessionView {
  return typeof value === 'object' && value !== null && 'locationId' in value && 'permissions' in value;
}
