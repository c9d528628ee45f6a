import { type Signal, effect, signal, untracked } from '@angular/core';

/** Follows a signal once it has not changed for a while; the first value counts at once. Needs an injection context. */
export function rested<T>(source: Signal<T>, restMs: number): Signal<T> {
  const calm = signal(untracked(source));
  effect((onCleanup) => {
    const value = source();
    const timer = setTimeout(() => calm.set(value), restMs);
    onCleanup(() => clearTimeout(timer));
  });
  return calm.asReadonly();
}
