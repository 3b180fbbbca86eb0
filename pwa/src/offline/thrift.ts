// SPDX-License-Identifier: EUPL-1.2
/** Whether the resident has asked the device to save data: then nothing is loaded that was not asked for. */

export function savesData(): boolean {
  return (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true
}
