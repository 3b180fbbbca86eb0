// SPDX-License-Identifier: EUPL-1.2
/** Everybody who organises something: entered once, used by all their events. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { ListPage } from '../ui/page'
import { Row, RowCard } from '../ui/rows'
import { say } from '../ui/toasts'
import { LIST } from './model'
import { OrganiserSheet } from './organiser-sheet'
import { removeOrganiser, saveOrganiser, useOrganisers, type Organiser } from './organisers'

export function OrganisersPage() {
  const { t } = useWords()
  const words = t.organisers
  const list = useOrganisers()
  const [open, setOpen] = useState<Organiser | 'new'>()
  const remove = async (organiser: Organiser) => {
    const answer = await removeOrganiser(organiser)
    const { name, email, phone, url } = organiser
    const undo = async () => {
      const back = await saveOrganiser({ name, email, phone, url }, undefined)
      say(back.ok ? t.publishing.undone : words.failed)
      await list.reload()
    }
    if (answer.ok) say(words.removed(name), { undo: () => void undo() })
    else say(answer.unreachable ? t.publishing.unreachable : answer.status === 409 ? words.used : answer.status === 412 ? words.moved : words.failed)
    await list.reload()
  }
  return (
    <ListPage
      title={t.events.organisers}
      sub={words.sub}
      action={
        <>
          <Button icon="back" href={LIST}>
            {t.events.title}
          </Button>
          <Button kind="main" icon="plus" onPress={() => setOpen('new')}>
            {words.add}
          </Button>
        </>
      }
    >
      <Gate of={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="people" title={words.emptyTitle} text={words.empty} />
          ) : (
            <RowCard heading={words.heading} count={rows.length}>
              {rows.map((row) => (
                <Row
                  key={row.id}
                  onOpen={() => setOpen(row)}
                  icon="people"
                  title={row.name}
                  name={row.name}
                  line={[row.phone, row.email].filter(Boolean).join(' · ') || words.noContact}
                  time={words.uses(row.uses)}
                  menu={[
                    { label: words.change, icon: 'write', onSelect: () => setOpen(row) },
                    ...(row.uses + row.people === 0 ? [{ label: words.remove, icon: 'bin' as const, onSelect: () => void remove(row) }] : []),
                  ]}
                />
              ))}
            </RowCard>
          )
        }
      </Gate>
      {open !== undefined && (
        <OrganiserSheet
          organiser={open === 'new' ? undefined : open}
          onDone={(made) => {
            setOpen(undefined)
            say(words.saved(made.name))
            void list.reload()
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </ListPage>
  )
}
