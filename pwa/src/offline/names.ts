// SPDX-License-Identifier: EUPL-1.2
/** Names that the page and the service worker must agree on. */

/** Pictures of what the resident has seen. */
export const MEDIA_CACHE = 'sv-media'
/** The database of the resident's own reports and of what waits to be sent. */
export const REPORTS_DATABASE = 'sv-defects'
/** Theme, manifest and icons of the municipality. */
export const TENANT_CACHE = 'sv-tenant'
/** Chunks of the build before this one. */
export const PREVIOUS_CACHE = 'sv-previous'
/** What this build loaded beside its precache, see EXTRA. */
export const EXTRA_CACHE = 'sv-extra'
/** Files of the build that only some residents need: one town's drawing, rare letters, pages that are opened seldom. */
export const EXTRA = /^\/?assets\/(art|later)\/|-latin-ext-/
/** On it one hears that something in the outbox has changed. */
export const OUTBOX_CHANNEL = 'sv-outbox'
