// SPDX-License-Identifier: EUPL-1.2
// The way out: served in place of sw.js, this worker removes itself, all of the app's caches, and
// reloads the open pages, which then come from the server alone. What residents wrote stays.
self.addEventListener('install', function () {
  self.skipWaiting()
})
self.addEventListener('activate', function (event) {
  event.waitUntil(
    caches
      .keys()
      .then(function (names) {
        return Promise.all(
          names.map(function (name) {
            return caches.delete(name)
          }),
        )
      })
      .then(function () {
        return self.registration.unregister()
      })
      .then(function () {
        return self.clients.matchAll({ type: 'window' })
      })
      .then(function (pages) {
        pages.forEach(function (page) {
          page.navigate(page.url)
        })
      }),
  )
})
