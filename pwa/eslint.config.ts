// SPDX-License-Identifier: EUPL-1.2
/** House rules that a machine can hold: import walls, one place for the network, types that mean something. */

import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { walls } from './walls.ts'

const network = 'Only src/api talks to the network.'
const NETWORK_GLOBALS = ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket', 'WebTransport']

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/api/schema.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    languageOptions: { parser: tseslint.parser },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
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
  {
    // Foreign HTML reaches the page in one place each, where the server's allow-list stands behind it.
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='eval'], NewExpression[callee.name='Function']", message: 'The CSP forbids it.' },
        { selector: "JSXAttribute[name.name='style']", message: 'The CSP forbids inline styles in served HTML; use a class.' },
      ],
    },
  },
)
