// SPDX-License-Identifier: EUPL-1.2
/** One event from its address. */

import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { DeskPage } from '../publishing/desk-page'
import { useSession } from '../session'
import { useLoad } from '../ui/load'
import { EventEditor } from './editor'
import { baseOf, EMPTY, LIST, verbs, type EventContent, type StaffEvent } from './model'
import { wordingOf } from './wording'

export function EventEditorPage({ id }: { id: string }) {
  const { t, language } = useWords()
  const { person } = useSession()
  const categories = useLoad('events/categories', () => staff.GET('/api/v1/staff/events/categories')).data ?? []
  return (
    <DeskPage<EventContent, StaffEvent>
      name="event"
      id={id}
      home={LIST}
      title={t.events.title}
      words={t.events.editor}
      empty={person.organiser === null ? EMPTY : { ...EMPTY, organiser: { ...person.organiser, email: null, phone: null, url: null } }}
      verbs={verbs}
      read={baseOf}
      wording={wordingOf(t, categories, language)}
    >
      {(desk) => <EventEditor desk={desk} id={id} categories={categories} />}
    </DeskPage>
  )
}
