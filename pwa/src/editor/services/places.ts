// SPDX-License-Identifier: EUPL-1.2
/** The addresses of the directory's pages. */

export const SERVICES = '/redaktion/dienste'
export const TABS = { services: SERVICES, offices: `${SERVICES}/aemter`, top: `${SERVICES}/oft-gesucht`, sources: `${SERVICES}/quellen` } as const
export type Tab = keyof typeof TABS

/** Where an own service is written: its name is made here, so that it arrives exactly once. */
export function newService(): string {
  return `${SERVICES}/${crypto.randomUUID()}?neu`
}
