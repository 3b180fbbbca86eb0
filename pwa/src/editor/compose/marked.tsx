// SPDX-License-Identifier: EUPL-1.2
/** Words with what is new underlined and what is gone struck through. */

import type { Segment } from './diff'

export function Marked({ segments }: { segments: Segment[] }) {
  return (
    <span class="marked">
      {segments.map(({ kind, text }, at) => {
        const Tag = ({ same: 'span', added: 'ins', removed: 'del' } as const)[kind]
        return <Tag key={at}>{text}</Tag>
      })}
    </span>
  )
}
