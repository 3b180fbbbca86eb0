// SPDX-License-Identifier: EUPL-1.2
/** House rules that a machine can hold: import walls, one place for the network, types that mean something. */

import { defineConfig } from 'eslint/config'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { walls } from './walls.ts'

const network = 'Only src/api talks to the network.'
const NETWORK_GLOBALS = ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket', 'WebTransport']

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'src/api/schema.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    languageOptions: { parser: tseslint.parser },
    rules: {
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // What other parts build on says its types aloud; a component's type is its name.
    files: ['src/{api,offline}/**/*.ts', 'scripts/**/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { house: { rules: { walls } }, 'react-hooks': hooks },
    rules: {
      'house/walls': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', 300],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/api/**', 'src/offline/sw.ts', '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-globals': ['error', ...NETWORK_GLOBALS.map((name) => ({ name, message: network }))],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].flatMap((object) =>
          NETWORK_GLOBALS.map((property) => ({ object, property, message: network })),
        ),
        { object: 'navigator', property: 'sendBeacon', message: network },
      ],
    },
  },
)
