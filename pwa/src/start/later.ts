// SPDX-License-Identifier: EUPL-1.2
/** Parts of a page that only some show: nobody else loads them. */

import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export function useLater<Props>(wanted: boolean, load: () => Promise<ComponentType<Props>>): ComponentType<Props> | undefined {
  const [shown, setShown] = useState<ComponentType<Props>>()
  const loading = useRef(load)
  useEffect(() => {
    if (wanted) loading.current().then((part) => setShown(() => part), () => undefined)
  }, [wanted])
  return wanted ? shown : undefined
}
