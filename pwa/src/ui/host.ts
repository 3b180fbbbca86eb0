// SPDX-License-Identifier: EUPL-1.2
/** Where a link leads, as people read it: "stadtchor.example". */

export function hostOf(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '')
  } catch {
    return address
  }
}
