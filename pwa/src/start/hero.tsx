// SPDX-License-Identifier: EUPL-1.2
/** The head of Start: the land by day and by night, arms and name of the municipality. */

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Tenant } from '../api/types'
import { Arms, Name } from '../ui/brand'
import { Icon } from '../ui/icon'
import { useMedia } from '../ui/media'
import castle from './art/castle.svg?raw'

/** The phone's castle is part of the first download; every other drawing is asked for where it is shown. */
const drawings: Record<string, () => Promise<{ default: string }>> = {
  'castle-wide': () => import('./art/castle-wide.svg?raw'),
  forest: () => import('./art/forest.svg?raw'),
  'forest-wide': () => import('./art/forest-wide.svg?raw'),
  water: () => import('./art/water.svg?raw'),
  'water-wide': () => import('./art/water-wide.svg?raw'),
}
const drawn = new Map<string, string>([['castle', castle]])

function useDrawing(motif: string | undefined): string {
  const wide = useMedia('(min-width: 40em)')
  const name = motif === undefined ? '' : wide ? `${motif}-wide` : motif
  const [, redraw] = useState('')
  useEffect(() => {
    if (drawn.has(name)) return
    void drawings[name]?.().then(
      ({ default: drawing }) => {
        drawn.set(name, drawing)
        redraw(name)
      },
      // The sky stays; a drawing is not worth a message.
      () => undefined,
    )
  }, [name])
  return drawn.get(name) ?? ''
}

interface Props {
  tenant: Tenant | undefined
  more: string
  children?: ComponentChildren
}

export function Hero({ tenant, more, children }: Props) {
  const drawing = useDrawing(tenant?.motif)
  const name = tenant?.name ?? ''
  return (
    <div class="hero">
      <div class="hero-art" dangerouslySetInnerHTML={{ __html: drawing }} />
      <div class="hero-head">
        <div class="hero-name">
          {tenant && <Arms arms={tenant.arms} initials={tenant.initials} />}
          <div lang={tenant?.language}>
            <p>{tenant?.kind}</p>
            <h1 tabIndex={-1} class={name.length > 22 ? 'long' : undefined}>
              <Name of={name} />
            </h1>
          </div>
        </div>
        <a class="hero-more" href="/mehr" rel="nofollow">
          <Icon name="menu" />
          {more}
        </a>
      </div>
      {children}
    </div>
  )
}
