// SPDX-License-Identifier: EUPL-1.2
// The way out: served in place of sw.js, this worker deletes the app's caches, unregisters itself and
// reloads the pages that its predecessor served; from then on they come from the server alone.
// What residents stored in the page stays.
self.addEventListener('install', function () {
  self.skipWaiting()
})

async function leave() {
  const names = await caches.keys()
  await Promise.all(names.map((name) => caches.delete(name)))
  await self.registration.unregister()
  // A page without a predecessor registers this worker anew at each visit: a reload then would never end.
  if (names.length === 0) return
  for (const page of await self.clients.matchAll({ type: 'window' })) await page.navigate(page.url)
}

self.addEventListener('activate', function (event) {
  event.waitUntil(leave())
})
