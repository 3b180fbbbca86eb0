// SPDX-License-Identifier: EUPL-1.2
/** A short form over its context: from the right (480 px), on a phone the full page. */

import { Modal, type DialogProps } from './dialog'

export function Sheet(props: DialogProps) {
  return <Modal {...props} look="modal side-sheet" />
}
