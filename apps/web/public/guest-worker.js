// Lets the site come up without a network: pages and scripts that this device has seen. What the restaurant says about
// itself is never kept here; the site has its own copy of the menu and tells how old it is.
const CACHE = 'comanda-guest';
/** Older files go when there are more: each version of the site has about fifty. */
const MOST_FILES = 150;
const HASHED = /-[\w-]{8}\.(js|css|woff2)$/;
const OTHERS = /^\/(api|admin|kitchen)(\/|$)/;
const PATIENCE_MS = 8_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || OTHERS.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(pageFor(request, pathname));
  else if (HASHED.test(pathname)) event.respondWith(kept(request));
});

/** The newest page while there is a network, else the one that was seen last, else one that any address can begin with. */
async function pageFor(request, pathname) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status < 500) return answer;
  } catch {
    // No network: what the device has.
  }
  const cache = await caches.open(CACHE);
  const root = /^\/(\w{2}\/)?/.exec(pathname)?.[0] ?? '/';
  return (await cache.match(pathname)) ?? (await cache.match(`${root}checkout`)) ?? Response.error();
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const files = await cache.keys();
    if (files.length > MOST_FILES) await cache.delete(files[0]);
  }
  return answer;
}

// A message about an order, encrypted for this device. Its words were left here, in the guest's language, by the page that
// asked whether to tell (see guest/tracking/order-push.ts).
const WORDS = 'comanda-push';

self.addEventListener('push', (event) => {
  if (event.data !== null) event.waitUntil(tell(event.data.json()));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data));
});

async function tell({ news, number, restaurant, trackingToken }) {
  const path = `/push-words/${trackingToken}`;
  const kept = await (await caches.open(WORDS)).match(path);
  const { titles, page, lang, dir } = kept ? await kept.json() : { titles: {}, page: `/o/${trackingToken}` };
  await self.registration.showNotification(titles[news] ?? restaurant, {
    body: `${restaurant} · ${number}`,
    tag: trackingToken,
    renotify: true,
    requireInteraction: news === 'ready',
    icon: '/icon.svg',
    lang,
    dir,
    data: page,
  });
}

/** The page of the order, where it is open already. */
async function show(page) {
  const windows = await self.clients.matchAll({ type: 'window' });
  const open = windows.find(({ url }) => new URL(url).pathname === page);
  return open ? open.focus() : self.clients.openWindow(page);
}
