// Keeps the kitchen's page and scripts on the device, so that a screen that is loaded again without the server comes up.
// The build writes FILES above: another list is another worker, and brings its own copy.
const CACHE = `kitchen ${FILES.join(' ')}`;
const PAGE = 'kitchen';
const PATIENCE_MS = 4_000;

self.addEventListener('install', (event) => {
  const filled = caches.open(CACHE).then((cache) => cache.addAll([PAGE, ...FILES]));
  event.waitUntil(filled.then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const swept = caches.keys().then((names) => {
    const old = names.filter((name) => name.startsWith('kitchen ') && name !== CACHE);
    return Promise.all(old.map((name) => caches.delete(name)));
  });
  event.waitUntil(swept.then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageFor(request));
  else if (FILES.some((file) => new URL(file, self.location.href).href === request.url)) {
    event.respondWith(kept(request));
  }
});

/** The server's page while it answers: it may be newer. */
async function pageFor(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status < 500) return answer;
  } catch {
    // Nobody there: what the device has.
  }
  return (await caches.match(PAGE)) ?? Response.error();
}

async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}
