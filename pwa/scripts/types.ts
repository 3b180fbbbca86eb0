// SPDX-License-Identifier: EUPL-1.2
/** Writes src/api/schema.ts from the server's contract; with --check it only says whether that is stale. */

import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const contract = new URL('../../backend/openapi.json', import.meta.url)
const target = new URL('../src/api/schema.ts', import.meta.url)
const HEAD = '// SPDX-License-Identifier: EUPL-1.2\n/** Generated from backend/openapi.json by `npm run types`; not edited by hand. */\n\n'

const wanted = HEAD + astToString(await openapiTS(contract))
if (!process.argv.includes('--check')) {
  writeFileSync(target, wanted)
} else if (readFileSync(target, 'utf8') !== wanted) {
  process.stderr.write('src/api/schema.ts is stale: run `npm run types` and commit it.\n')
  process.exitCode = 1
}
