// SPDX-License-Identifier: EUPL-1.2
/** Where the directory comes from. */

import { ServicesFrame } from './frame'

export function ServiceSourcesPage() {
  return <ServicesFrame tab="sources">{null}</ServicesFrame>
}
