// SPDX-License-Identifier: EUPL-1.2
/** All services of the directory: broken links first, then from A to Z. */

import { ServicesFrame } from './frame'

export function ServiceListPage() {
  return <ServicesFrame tab="services">{null}</ServicesFrame>
}
