import { DestroyRef, type Signal, inject, signal } from '@angular/core';

/** Follows a media query. Needs an injection context. */
export function mediaQuery(query: string): Signal<boolean> {
  if (typeof matchMedia !== 'function') return signal(false);
  const list = matchMedia(query);
  const matches = signal(list.matches);
  const update = (): void => matches.set(list.matches);
  list.addEventListener('change', update);
  inject(DestroyRef).onDestroy(() => list.removeEventListener('change', update));
  return matches.asReadonly();
}
