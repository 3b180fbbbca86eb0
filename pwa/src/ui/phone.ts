// SPDX-License-Identifier: EUPL-1.2
/** A telephone number as people write it, as an address that a phone can call. */

/** The "(0)" of "+49 (0)33841" is dialled only without what stands before it. */
export function telOf(phone: string): string {
  return `tel:${phone.replace(/^(\s*\+.*?)\(0\)/, '$1').replace(/[^+\d]/g, '')}`
}
