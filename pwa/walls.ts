// SPDX-License-Identifier: EUPL-1.2
/**
 * The import walls of the PWA as an ESLint rule; WALLS is the diagram. A folder under src/ is a
 * part, a file directly in src/ is the app that joins them. Everything may import itself.
 */

import { statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import type { Rule } from 'eslint'

const SRC = resolve(import.meta.dirname, 'src')
const FEATURE = ['ui', 'api', 'offline', 'i18n']

/** part → parts it may import. What is not named here is a feature. */
const WALLS: Record<string, string[]> = {
  ui: [],
  i18n: [],
  api: [],
  offline: ['api'],
  // Whoever wants to be reminded of an event turns on notifications.
  events: [...FEATURE, 'push'],
  // Whoever has reported something wants to hear what became of it.
  defects: [...FEATURE, 'push'],
  // Start shows something of each feature, the editor previews the real thing.
  start: [...FEATURE, 'news', 'pages', 'events', 'defects', 'services'],
  editor: [...FEATURE, 'news', 'pages', 'events', 'defects', 'services'],
}
/** What only editors download: packages, and the files of api/ that use them. */
const STAFF_PACKAGES = /^(openapi-fetch|openapi-typescript-helpers|@tiptap\/.*|diff)$/
const STAFF_API = /^api[/\\](staff|upload)$/

/** Packages that a part may use; a part that is not named may use all. */
const PACKAGES: Record<string, RegExp> = {
  ui: /^(preact(\/.*)?|leaflet(\/.*)?|@kern-ux\/native\/.*|@fontsource\/.*)$/,
  i18n: /^preact(\/.*)?$/,
  api: /^$/,
}

function partOf(inside: string): string {
  const [first = ''] = inside.split(sep)
  return statSync(resolve(SRC, first), { throwIfNoEntry: false })?.isDirectory() === true || inside.includes(sep) ? first : 'app'
}

/** The sentence that says why `file` must not import `source`, or null when it may. */
export function refusal(file: string, source: string): string | null {
  const inside = relative(SRC, file)
  if (inside.startsWith('..')) return null
  const part = partOf(inside)
  const staff = part === 'editor' || STAFF_API.test(inside.replace(/(\.test)?\.tsx?$/, ''))
  if (!source.startsWith('.')) {
    if (STAFF_PACKAGES.test(source)) return staff ? null : `The resident never downloads ${source}.`
    const allowed = PACKAGES[part]
    return allowed === undefined || allowed.test(source) || /\.test\.tsx?$/.test(file)
      ? null
      : `${part} must not use the package ${source}.`
  }
  const target = relative(SRC, resolve(dirname(file), source))
  // The version that the settings show.
  if (target === `..${sep}package.json`) return null
  // What the server's tests and the app's own are both held to.
  if (target.startsWith(`..${sep}..${sep}tests${sep}`) && /\.test\.tsx?$/.test(file)) return null
  if (STAFF_API.test(target) && !staff) return 'The resident never downloads the staff\'s way to the server.'
  const other = partOf(target)
  if (other === part) return null
  if (other === 'editor') return 'The resident never downloads the editor.'
  if (part === 'app') return null
  const allowed = WALLS[part] ?? FEATURE
  return allowed.includes(other) ? null : `${part} must not import ${other}; it may import ${allowed.join(', ') || 'nothing else'}.`
}

export const walls: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node: Rule.Node, source: unknown): void => {
      const message = typeof source === 'string' ? refusal(context.filename, source) : null
      if (message !== null) context.report({ node, message })
    }
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.type === 'Literal' ? node.source.value : undefined),
    }
  },
}
