// SPDX-License-Identifier: EUPL-1.2

/** Fingerprint of the API's types at build time (vite.config.ts). */
declare const __API_SHAPE__: string
