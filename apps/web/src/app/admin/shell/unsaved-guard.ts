import type { CanDeactivateFn, RouterStateSnapshot } from '@angular/router';

/** A page on which something can be typed that is not saved yet. */
export interface UnsavedPage {
  mayLeave(next: RouterStateSnapshot): boolean | Promise<boolean>;
}

/** Also for changes of the query on the same page: the route has to run its guards then. */
export const unsavedGuard: CanDeactivateFn<UnsavedPage> = (page, _route, _state, next) => page.mayLeave(next);
