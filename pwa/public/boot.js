// SPDX-License-Identifier: EUPL-1.2
// Runs before the first paint, so that a saved theme or text size never flickers.
;(function () {
  try {
    var root = document.documentElement
    var theme = localStorage.getItem('sv-theme')
    var text = localStorage.getItem('sv-text')
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-kern-theme', theme)
    if (text === 'gross' || text === 'sehr-gross') root.setAttribute('data-text', text)
  } catch (_) {
    // Storage is switched off: the device's own settings apply.
  }
})()
