// SPDX-License-Identifier: EUPL-1.2
/** Offices and their hours: all on the left, the chosen one beside; on a phone one after the other. */

import { useState } from 'preact/hooks'
import { navigate, usePlace } from '../../../ui/router'
import { useWords } from '../../i18n'
import { useSession } from '../../session'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Gate } from '../../ui/gate'
import { useRoom } from '../../ui/room'
import { say } from '../../ui/toasts'
import { ServicesFrame } from '../frame'
import { TABS } from '../places'
import { FactsSheet } from './facts-sheet'
import { OfficeCard } from './office-card'
import { OfficeFacts } from './office-facts'
import './offices.scss'
import { removeOffice, timesOf, useOffices, withOffice, type Office } from './offices'
import { standing } from './words'

function addressOf(id: string): string {
  return `${TABS.offices}?amt=${id}`
}

export function OfficesPage() {
  const { t } = useWords()
  const words = t.offices
  const phone = useRoom('phone')
  const list = useOffices()
  const chosen = usePlace().query.get('amt')
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<string[]>([])
  const changed = (office: Office) => list.put(withOffice(list.data ?? [], office))
  /** What it is responsible for goes along, so it is done only when the way back is over. */
  const remove = (office: Office) => {
    setLeaving((before) => [...before, office.id])
    const back = () => setLeaving((before) => before.filter((id) => id !== office.id))
    const after = async () => {
      const answer = await removeOffice(office)
      if (!answer.ok) say(answer.unreachable ? t.publishing.unreachable : words.failed)
      await list.reload()
      back()
    }
    navigate(TABS.offices, { replace: true })
    say(words.deleted(office.name), { undo: back, after: () => void after() })
  }
  const add = (
    <Button kind="main" icon="plus" onPress={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  return (
    <ServicesFrame tab="offices" action={add}>
      <Gate of={list}>
        {(all) => {
          const rows = all.filter(({ id }) => !leaving.includes(id))
          const open = rows.find(({ id }) => id === chosen) ?? (phone ? undefined : rows[0])
          if (rows.length === 0) return <Empty icon="services" title={words.emptyTitle} text={words.empty} />
          return (
            <div class="list-beside">
              {!(phone && open) && <OfficeList rows={rows} open={open} />}
              {open && (
                <div class="office-cards">
                  {phone && (
                    <Button kind="plain" icon="back" href={TABS.offices}>
                      {words.list}
                    </Button>
                  )}
                  <OfficeCard key={open.id} office={open} onChanged={changed} />
                  <OfficeFacts
                    key={`${open.id}-facts`}
                    office={open}
                    onChanged={changed}
                    onRemove={() => remove(open)}
                  />
                </div>
              )}
            </div>
          )
        }}
      </Gate>
      {adding && (
        <FactsSheet
          onDone={(made) => {
            changed(made)
            setAdding(false)
            navigate(addressOf(made.id))
            say(words.factsSaved(made.name))
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </ServicesFrame>
  )
}

function OfficeList({ rows, open }: { rows: Office[]; open: Office | undefined }) {
  const { t, language } = useWords()
  const { holidays } = useSession()
  const now = new Date()
  return (
    <nav class="side-list" aria-label={t.offices.list}>
      <ul role="list">
        {rows.map((office) => {
          const { tone, words } = standing(timesOf(office, holidays), now, t, language)
          return (
            <li key={office.id}>
              <a class="two-lines" href={addressOf(office.id)} aria-current={office.id === open?.id ? 'true' : undefined}>
                <span>{office.name}</span>
                <span class={`office-state is-${tone}`}>{office.hidden ? t.offices.state.hidden : words}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
