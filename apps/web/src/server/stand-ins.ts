/**
 * The few things of a browser that the site touches while it is drawn, doing nothing. The renderer has a thread of its
 * own, so nobody else sees them.
 */
const nothing = (): void => undefined;
const silent = { addEventListener: nothing, removeEventListener: nothing };

class SilentObserver {
  readonly observe = nothing;
  readonly disconnect = nothing;
}

Object.assign(globalThis, {
  ...silent,
  window: silent,
  document: { ...silent, visibilityState: 'visible' },
  history: {},
  ResizeObserver: SilentObserver,
});
Object.defineProperty(globalThis.navigator, 'onLine', { value: true });
