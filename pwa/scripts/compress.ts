// SPDX-License-Identifier: EUPL-1.2
/** Lays a brotli and a gzip copy beside each compressible file of the build: the server only picks one. */

import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
for (const name of globSync('**/*.{js,css,html,svg,json,txt}', { cwd: dist.pathname })) {
  const file = new URL(name, dist)
  const bytes = readFileSync(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(`${file.pathname}.br`, brotliCompressSync(bytes, { params }))
  writeFileSync(`${file.pathname}.gz`, gzipSync(bytes, { level: 9 }))
}
