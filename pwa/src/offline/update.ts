// SPDX-License-Identifier: EUPL-1.2
/** A new build: told to the resident, applied by the resident. */

export interface Update {
  ready: boolean
  apply(): void
  later(): void
}

/** `ready` once a new build waits; `apply` reloads into it, `later` hides the offer for this visit. */
export function useUpdate(): Update {
  return { ready: false, apply: () => location.reload(), later: () => undefined }
}
