import { DOCUMENT, Injector, afterNextRender, inject } from '@angular/core';

/**
 * Takes up the focus when what held it is gone after the next drawing (a button that did its work, a closed form):
 * otherwise keys would lead nowhere. Call it where something can be injected; call the answer after each change.
 */
export function lostFocusTo(place: () => HTMLElement | null): () => void {
  const [document, injector] = [inject(DOCUMENT), inject(Injector)];
  return () => {
    const look = (): void => {
      const { activeElement, body } = document;
      if (activeElement === null || activeElement === body) place()?.focus();
    };
    afterNextRender({ read: look }, { injector });
  };
}
