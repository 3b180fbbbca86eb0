// SPDX-License-Identifier: EUPL-1.2
/** How many news items wait for somebody's release: the one counter of the navigation. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../api/staff'
import { usePlace } from '../ui/router'
import { useSession } from './session'

export function useWaiting(): number {
  const { can } = useSession()
  const { path } = usePlace()
  const [count, setCount] = useState(0)
  const editor = can('EDITOR')
  useEffect(() => {
    if (!editor) return
    let wanted = true
    void staff.GET('/api/v1/staff/news/counts').then((answer) => wanted && answer.ok && setCount(answer.data.submitted))
    return () => {
      wanted = false
    }
  }, [editor, path])
  return count
}
