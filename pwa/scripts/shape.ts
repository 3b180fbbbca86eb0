// SPDX-License-Identifier: EUPL-1.2
/** The shape of what residents read: changes when their copies on the device no longer fit, and only then. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

interface Contract {
  paths: Record<string, unknown>
  components: { schemas: Record<string, unknown> }
}

const STAFF = '/api/v1/staff/'

/** A hash over the public paths and every schema that they lead to; what staff read changes nothing. */
export function publicShape(contract: Contract): string {
  const { paths, components } = contract
  const parts: unknown[] = Object.entries(paths).filter(([path]) => !path.startsWith(STAFF))
  const seen = new Set<string>()
  for (const part of parts) {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (seen.has(name)) continue
      seen.add(name)
      // Grows while it is read: what a schema leads to is part of the shape, too.
      parts.push([name, components.schemas[name]])
    }
  }
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)
}

export function shapeOf(file: URL): string {
  return publicShape(JSON.parse(readFileSync(file, 'utf8')) as Contract)
}
