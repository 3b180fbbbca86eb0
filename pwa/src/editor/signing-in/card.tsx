// SPDX-License-Identifier: EUPL-1.2
/** The page of everybody who is not in yet: arms, one card, one button. */

import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Session } from '../../api/staff'
import type { Tenant } from '../../api/types'
import { Arms } from '../../ui/brand'
import { useWords } from '../i18n'

/** What these pages are given. */
export interface DoorProps {
  tenant: Tenant
  session: Session
  onEnter(session: Session): void
}

interface Props {
  tenant: Tenant
  title: string
  /** Below the name; else "Redaktion". */
  sub?: string
  step?: string
  lead?: ComponentChildren
  wide?: boolean
  /** Below the card. */
  note?: ComponentChildren
  children: ComponentChildren
}

export function DoorCard({ tenant, title, sub, step, lead, wide = false, note, children }: Props) {
  const { t } = useWords()
  useEffect(() => {
    document.title = `${title} · ${tenant.name}`
    ;(document.querySelector<HTMLElement>('main [data-first]') ?? document.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true })
  }, [title, tenant.name])
  return (
    <main id="inhalt" class="door">
      <div class="door-brand">
        <Arms arms={tenant.arms} initials={tenant.initials} />
        <span>
          <strong>{tenant.name}</strong>
          <span class="brand-area">{sub ?? t.shell.area}</span>
        </span>
      </div>
      <div class={`door-card${wide ? ' wide' : ''}`}>
        {step && <p class="muted">{step}</p>}
        <h1 tabIndex={-1}>{title}</h1>
        {lead && <p class="door-lead">{lead}</p>}
        {children}
      </div>
      {note && <p class="door-note">{note}</p>}
    </main>
  )
}
