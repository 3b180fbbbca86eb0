// SPDX-License-Identifier: EUPL-1.2
/** The sheet around "Heute geschlossen": for one office, or, from Heute, for the one that is chosen first. */

import { useState } from 'preact/hooks'
import { useWords } from '../../i18n'
import { useSession } from '../../session'
import { Button } from '../../ui/button'
import { Select } from '../../ui/fields'
import { Gate } from '../../ui/gate'
import { Sheet } from '../../ui/sheet'
import { TABS } from '../places'
import { CloseForm } from './close-form'
import { choiceAt } from './closing'
import './offices.scss'
import { timesOf, useOffices, withOffice, type Office } from './offices'
import { Reopen } from './reopen'

interface Props {
  office: Office
  onChanged(office: Office): void
  onClose(): void
}

/** Its title tells whether today is meant: after hours the next day counts. */
function useTitle(): (office: Office) => string {
  const { t } = useWords()
  const { holidays } = useSession()
  const words = t.offices.close
  return (office) => (choiceAt(timesOf(office, holidays), new Date()).today ? words.titleToday(office.name) : words.title(office.name))
}

export function CloseSheet({ office, onChanged, onClose }: Props) {
  const title = useTitle()
  return (
    <Sheet open title={title(office)} onClose={onClose}>
      <CloseForm alone office={office} onChanged={onChanged} onClose={onClose} />
    </Sheet>
  )
}

export function CloseToday({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const words = t.offices.close
  const list = useOffices()
  const titleOf = useTitle()
  const [id, setId] = useState<string>()
  const rows = (list.data ?? []).filter(({ hidden }) => !hidden)
  const office = rows.find((row) => row.id === id) ?? rows[0]
  const changed = (next: Office) => list.put(withOffice(list.data ?? [], next))
  return (
    <Sheet open title={office === undefined ? words.titleAny : titleOf(office)} onClose={onClose}>
      <Gate of={list}>
        {() =>
          office === undefined ? (
            <div class="sheet-form">
              <p>{words.none}</p>
              <Button href={TABS.offices}>{words.noneLink}</Button>
            </div>
          ) : (
            <>
              {rows.length > 1 && <Select id="close-office" label={words.which} value={office.id} options={rows.map((row) => ({ value: row.id, label: row.name }))} onInput={setId} />}
              {office.closure !== null ? (
                <Reopen office={office} onChanged={changed} />
              ) : (
                <CloseForm key={office.id} alone={rows.length === 1} office={office} onChanged={changed} onClose={onClose} />
              )}
            </>
          )
        }
      </Gate>
    </Sheet>
  )
}
