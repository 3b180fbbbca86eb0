// SPDX-License-Identifier: EUPL-1.2
/**
 * The build: two apps for all municipalities, without any of their facts. The resident's has the shell
 * dist/app-shell.html; the server fills in head and theme, the worker serves it as it is. The staff's
 * (`--mode editor`) is built into the same folder afterwards and shares no file with it: what editors
 * need never changes a byte of what residents load.
 */

import preact from '@preact/preset-vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { shapeOf } from './scripts/shape.ts'
import { shell } from './scripts/shell.ts'

/** Where the server listens in development. */
const server = process.env['SVA_SERVER'] ?? 'http://localhost:8000'
const served = ['/api', '/media', '/feeds', '/icons', '/theme.css', '/manifest.webmanifest', '/healthz', '/readyz']

/** A copy read under other types is no copy: see useCached. */
const shape = shapeOf(new URL('../backend/openapi.json', import.meta.url))

const worker = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/offline',
  filename: 'sw.ts',
  injectRegister: false,
  manifest: false,
  injectManifest: {
    rollupFormat: 'iife',
    globPatterns: ['app-shell.html', 'boot.js', 'assets/**/*.{js,css,woff2}'],
    // Editors work at a desk with a network. What only some residents need (EXTRA) stands in the list, but waits until it is used.
    globIgnores: ['assets/editor/**'],
    dontCacheBustURLsMatching: /^assets\//,
  },
})

/** What waits until a resident needs it, by the folder whose files belong together. */
const LATER: [RegExp, string][] = [
  [/\bsrc\/start\/art\//, 'assets/art'],
  [/\bsrc\/ui\/form\/|^kit\.css$/, 'assets/later/kit'],
  [/\/leaflet\/|\bsrc\/ui\/map\//, 'assets/later/map'],
  [/\bsrc\/i18n\/en\.ts$/, 'assets/later/en'],
  [/\bsrc\/defects\/|\bsrc\/ui\/geo\.ts$|\/uqr\/|\/(outbox|deliver|report-store|device-database|own-keys|own-report|report-marks|patience|reports)\.ts$/, 'assets/later/defects'],
  [/\bsrc\/services\/|\/kept-services\.ts$|\/minisearch\/|^services\.css$/, 'assets/later/services'],
  [/\bsrc\/events\/|\/(suggestions|remembered)\.ts$|^events\.css$/, 'assets/later/events'],
  [/\bsrc\/push\/|\/followed\.ts$/, 'assets/later/push'],
  [/\bsrc\/(pages\/(install-|municipalities-|words)|start\/search-)|\/ui\/highlight/, 'assets/later/pages'],
]

/** A chunk of several files goes where the rarest of them belongs. */
function folderOf(sources: readonly string[]): string {
  const found = LATER.find(([files]) => sources.some((source) => files.test(source)))?.[1]
  // The style of several pages has no file of its own, only the name of one of their chunks.
  return found ?? (sources.some((source) => /^(?!index|pages).*\.css$/.test(source)) ? 'assets/later/styles' : 'assets')
}

const resident = {
  manifest: true,
  rolldownOptions: {
    input: 'index.html',
    output: {
      chunkFileNames: ({ moduleIds }: { moduleIds: readonly string[] }) => `${folderOf(moduleIds)}/[name]-[hash].js`,
      // What Start loads at once is one file, whatever the lazy pages share with it. The pages that every device keeps
      // are one more, and so are the calendar's: together they are smaller, and who has the list has the single event.
      codeSplitting: {
        groups: [
          { name: 'index', test: /\/(index\.html|src\/main\.tsx)$/, priority: 2 },
          { name: 'pages', test: /\/src\/(news\/article|pages\/(settings|language|own|not-found))-page\.tsx$/, priority: 1 },
          // What calendar, reports and notifications share, so that none of them loads another one.
          { name: 'kit', test: /\/src\/(ui\/(form\/|place-map|highlight|host)|push\/(words|switch-row|standing|hindrance|push\.scss)|offline\/(push-record|push-subscription|followed|remembered|device-list|unsubscribe)\.)/, priority: 1 },
          // What Start's last reports, the outbox and all pages of reports share.
          { name: 'report-parts', test: /\/src\/(defects\/(light|line|mask|mine|shrink|topics)|offline\/(outbox|own-keys))\.tsx?$/, priority: 1 },
          { name: 'reports', test: /\/src\/defects\/(list\/list|detail\/defect|mine|statistics)-page\.tsx$/ },
          { name: 'services', test: /\/src\/services\/((index|service|office|offices|kept)-page|offline-results)\.tsx$/ },
          { name: 'events', test: /\/src\/events\/(list|event|kept|subscribe)-page\.tsx$/ },
        ],
      },
      assetFileNames: ({ originalFileNames, names }: { originalFileNames: string[]; names: string[] }) =>
        `${folderOf([...originalFileNames, ...names])}/[name]-[hash][extname]`,
    },
  },
}

const editor = {
  manifest: '.vite/editor.json',
  assetsDir: 'assets/editor',
  emptyOutDir: false,
  copyPublicDir: false,
  rolldownOptions: { input: 'editor.html' },
}

export default defineConfig(({ mode }) => ({
  define: { __API_SHAPE__: JSON.stringify(shape) },
  build: {
    target: ['chrome100', 'firefox100', 'safari15.4'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    ...(mode === 'editor' ? editor : resident),
  },
  // KERN is written for an older Sass; its warnings are not ours to act on.
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  server: { proxy: Object.fromEntries(served.map((path) => [path, server])) },
  plugins: [preact(), shell(), ...(mode === 'editor' ? [] : [worker])],
  test: { include: ['src/**/*.test.{ts,tsx}', '*.test.ts'], environment: 'node' },
}))
