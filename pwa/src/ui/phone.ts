// SPDX-License-Identifier: EUPL-1.2
/** A telephone number as people write it, as an address that a phone can call. */

export function telOf(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`
}
