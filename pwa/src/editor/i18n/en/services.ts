// SPDX-License-Identifier: EUPL-1.2
/** English words of the directory: its list, one service, sources. */

import type { services as words } from '../de/services'

export const services: typeof words = {
  title: 'Services',
  tabsLabel: 'Parts of the services',
  tabs: { services: 'Services', offices: 'Offices and opening hours', top: 'Often wanted', sources: 'Sources' },
}
