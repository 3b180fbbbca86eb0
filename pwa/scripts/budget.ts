// SPDX-License-Identifier: EUPL-1.2
/**
 * The byte budgets of a first visit to Start, measured on the production build, brotli where the
 * server has it. "All" also counts what the worker fetches for later visits: it is the same bar of signal.
 */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { EXTRA } from '../src/offline/names.ts'

interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
}

const dist = new URL('../dist/', import.meta.url)
const LIMITS = { JavaScript: 35_000, CSS: 15_000, fonts: 50_000, all: 100_000 }

function text(name: string): string {
  return readFileSync(new URL(name, dist), 'utf8')
}

function size(name: string): number {
  const packed = new URL(`${name}.br`, dist)
  return statSync(existsSync(packed) ? packed : new URL(name, dist)).size
}

/** Files of the entry, what it imports at once, and the larger one of Start's drawings: a screen shows one. */
function startFiles(): Set<string> {
  const chunks = JSON.parse(text('.vite/manifest.json')) as Record<string, Chunk>
  const files = new Set<string>(['boot.js'])
  const visit = (chunk: Chunk | undefined): void => {
    if (chunk === undefined || files.has(chunk.file)) return
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const key of chunk.imports ?? []) visit(chunks[key])
  }
  visit(chunks['index.html'])
  const drawings = Object.entries(chunks).filter(([key]) => key.includes('/art/'))
  const largest = drawings.map(([, chunk]) => chunk).sort((one, other) => size(other.file) - size(one.file))[0]
  visit(largest)
  return files
}

const listed = [...text('sw.js').matchAll(/"?url"?:\s*"([^"]+)"/g)].map((match) => match[1] ?? '')
const precached = listed.filter((name) => !EXTRA.test(name))
if (precached.length < 4) throw new Error('the worker precaches nothing: budgets would mean nothing')
const foreign = precached.filter((name) => name.startsWith('assets/editor/'))
if (foreign.length > 0) throw new Error(`the resident would download the editor: ${foreign.join(', ')}`)
const start = startFiles()
const fonts = precached.filter((name) => name.endsWith('.woff2'))
const all = new Set([...start, ...precached, 'sw.js'])
const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + size(name), 0)
const ending = (names: Iterable<string>, end: string): string[] => [...names].filter((name) => name.endsWith(end))

const measured: Record<keyof typeof LIMITS, number> = {
  JavaScript: sum(ending(start, '.js')),
  CSS: sum(ending(start, '.css')),
  fonts: sum(fonts),
  all: sum(all),
}

for (const name of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
  const verdict = measured[name] <= LIMITS[name] ? 'ok' : 'OVER BUDGET'
  process.stdout.write(`${name.padEnd(11)}${(measured[name] / 1000).toFixed(1).padStart(6)} of ${LIMITS[name] / 1000} kB  ${verdict}\n`)
  if (verdict !== 'ok') process.exitCode = 1
}
