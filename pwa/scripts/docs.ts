// SPDX-License-Identifier: EUPL-1.2
/** Copies Swagger UI beside the page that the server shows at /api/docs (public/docs). */

import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
  copyFileSync(require.resolve(`swagger-ui-dist/${name}`), new URL(`../dist/docs/${name}`, import.meta.url))
}
