// SPDX-License-Identifier: EUPL-1.2
/** The own account: password, second factor, devices, keys. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { dayWords, momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Switch } from '../ui/choices'
import { Gate } from '../ui/gate'
import { Icon } from '../ui/icon'
import { useLetters } from '../ui/keys'
import { useLoad } from '../ui/load'
import { ListPage } from '../ui/page'
import { say } from '../ui/toasts'
import { FactorSheet, type FactorTask } from './factor-sheet'
import { PasswordSheet } from './password-sheet'
import './account.scss'

export function AccountPage() {
  const { t } = useWords()
  const { person } = useSession()
  const [changing, setChanging] = useState(false)
  useEffect(() => {
    if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
  return (
    <ListPage title={t.account.title} form>
      <section class="card account-person">
        <Avatar name={person.name} />
        <div>
          <strong>{person.name}</strong>
          <p class="muted">{person.email}</p>
          <p class="badges" role="group" aria-label={t.account.roles}>
            {person.roles.map((role) => (
              <Badge key={role} tone={role === 'ADMIN' ? 'brand' : 'neutral'}>
                {t.shell.roles[role]}
              </Badge>
            ))}
          </p>
          <p class="muted">{t.account.nameNote}</p>
        </div>
      </section>
      <section>
        <h2>{t.account.password}</h2>
        <div class="card">
          <Button icon="key" onPress={() => setChanging(true)}>
            {t.account.passwordChange}
          </Button>
        </div>
      </section>
      <Factor />
      <Devices />
      <Letters />
      <PasswordSheet open={changing} onClose={() => setChanging(false)} />
    </ListPage>
  )
}

function Factor() {
  const { t, language } = useWords()
  const { person, session, refresh } = useSession()
  const words = t.account
  const [task, setTask] = useState<FactorTask>()
  const due = person.second_factor_due
  return (
    <section id="zweiter-faktor">
      <h2>{words.factor}</h2>
      <div class="card account-factor">
        <p class={person.second_factor ? 'factor-state good' : 'factor-state'}>
          <Icon name={person.second_factor ? 'safe' : 'unsafe'} />
          <span>{person.second_factor ? words.factorOn : words.factorOff}</span>
        </p>
        {due !== null && <p class="waits">{words.factorDue(dayWords(new Date(due), new Date(), language))}</p>}
        <div class="button-row">
          {person.second_factor ? (
            <>
              <Button onPress={() => setTask('codes')}>{words.codesRenew}</Button>
              {!session.second_factor_required && <Button onPress={() => setTask('remove')}>{words.factorRemove}</Button>}
            </>
          ) : (
            <Button onPress={() => setTask('set-up')}>{words.factorSetUp}</Button>
          )}
        </div>
        {person.second_factor && session.second_factor_required && <p class="muted">{words.factorRequired}</p>}
      </div>
      {task && (
        <FactorSheet
          task={task}
          onClose={() => {
            setTask(undefined)
            void refresh()
          }}
        />
      )}
    </section>
  )
}

function Devices() {
  const { t, language } = useWords()
  const { signOut } = useSession()
  const words = t.account
  const read = useLoad('sessions', () => staff.GET('/api/v1/staff/sessions'))
  const now = new Date()
  const end = async (id: string) => {
    const answer = await staff.DELETE('/api/v1/staff/sessions/{session_id}', { params: { path: { session_id: id } } })
    if (answer.ok) say(words.ended)
    await read.reload()
  }
  return (
    <section>
      <h2>{words.devices}</h2>
      <Gate of={read}>
        {(sessions) => (
          <ul class="rows" role="list">
            {sessions.map((each) => (
              <li key={each.id} class="row">
                <Icon name={/phone|Android|iOS|iPhone/i.test(each.device) ? 'phone' : 'computer'} />
                <div class="row-words">
                  <strong>{each.device}</strong>
                  <p class="row-line">
                    {[each.municipality, words.since(momentWords(new Date(each.created_at), now, language)), each.current ? words.here : words.seen(momentWords(new Date(each.last_seen_at), now, language))].join(' · ')}
                  </p>
                </div>
                {!each.current && (
                  <Button small label={`${words.end}: ${each.device}, ${each.municipality}`} onPress={() => void end(each.id)}>
                    {words.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Gate>
      <div class="account-all">
        <Button icon="leave" onPress={() => void signOut(true)}>
          {words.endAll}
        </Button>
        <p class="muted">{words.endAllHelp}</p>
      </div>
    </section>
  )
}

function Letters() {
  const { t } = useWords()
  const [on, turn] = useLetters()
  return (
    <section>
      <h2>{t.account.keys}</h2>
      <div class="card">
        <Switch id="letters" label={t.account.letters} help={t.account.lettersHelp} checked={on} onChange={turn} />
      </div>
    </section>
  )
}
