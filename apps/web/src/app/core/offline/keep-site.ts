const CACHE = 'comanda-guest';

/** Keeps this page and all that it has loaded on the device (see public/guest-worker.js), for the time without a network. */
export async function keepSite(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/guest-worker.js', { scope: '/' });
  const cache = await caches.open(CACHE);
  const root = new URL(document.baseURI).pathname;
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /-[\w-]{8}\.(js|css|woff2)$/.test(pathname))
    .map(({ pathname }) => pathname);
  const missing = await Promise.all(loaded.map(async (path) => ((await cache.match(path)) ? [] : [path])));
  // One by one: all at once they would hold a slow phone up for a third of a second.
  for (const path of new Set([location.pathname, `${root}checkout`, ...missing.flat()])) await cache.add(path);
}
