// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { refusal } from './walls.ts'

function verdict(file: string, source: string): boolean {
  return refusal(resolve(import.meta.dirname, 'src', file), source) === null
}

test.each([
  ['news/list.tsx', '../ui/list'],
  ['news/list.tsx', './row'],
  ['news/list.tsx', '../offline/cached'],
  ['news/list.tsx', '../i18n'],
  ['pages/settings-page.tsx', '../../package.json'],
  ['start/start.tsx', '../news/row'],
  ['events/remind-sheet.tsx', '../push/device'],
  ['ui/map/place-map.ts', 'leaflet'],
  ['offline/sw.ts', '../api/client'],
  ['ui/icon.tsx', 'preact/hooks'],
  ['app.tsx', './news/list'],
  ['editor/preview.tsx', '../news/article'],
  ['editor/news/editor-page.tsx', '../../api/staff'],
  ['editor/compose/schema.ts', '@tiptap/core'],
  ['api/staff.ts', 'openapi-fetch'],
])('%s may import %s', (file, source) => expect(verdict(file, source)).toBe(true))

test.each([
  ['news/list.tsx', '../pages/page'],
  ['news/list.tsx', '../app'],
  ['push/choices.tsx', '../events/remind-sheet'],
  ['news/list.tsx', '../editor/form'],
  ['app.tsx', './editor/main'],
  ['ui/icon.tsx', '../i18n/index'],
  ['ui/icon.tsx', 'idb'],
  ['api/client.ts', '../offline/store'],
  ['offline/sw.ts', '../ui/toast'],
  ['offline/sw.ts', '../news/row'],
  ['i18n/index.ts', '../ui/toast'],
  ['news/list.tsx', '../api/staff'],
  ['news/list.tsx', '@tiptap/core'],
  ['api/client.ts', './staff'],
  ['api/client.ts', 'openapi-fetch'],
  ['app.tsx', '../src/api/staff'],
])('%s must not import %s', (file, source) => expect(verdict(file, source)).toBe(false))
