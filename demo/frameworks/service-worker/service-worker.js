addEventListener('fetch', (event) => {
  // What the step asks must come from your server, never from a cache.
  if (new URL(event.request.url).pathname.startsWith('/api/baanx/')) return;
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
