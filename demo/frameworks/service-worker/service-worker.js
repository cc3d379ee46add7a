addEventListener('fetch', (event) => {
  // The element's requests must reach your server and never be answered from a cache.
  if (new URL(event.request.url).pathname.startsWith('/api/baanx/')) return;
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
