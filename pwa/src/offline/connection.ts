// SPDX-License-Identifier: EUPL-1.2
/** Whether the network is there. */

/** True while the municipality's server can be reached, as far as anyone knows. */
export function useOnline(): boolean {
  return navigator.onLine
}
