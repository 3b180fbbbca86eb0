// SPDX-License-Identifier: EUPL-1.2
/** What became of a suggestion; the secret stands in the link's fragment, or on the device that sent it. */

import { useCallback, useEffect, useState } from 'preact/hooks'
import { readSuggestion, type SuggestionAnswer } from '../api/suggestions'
import type { Bootstrap, OwnSuggestion } from '../api/types'
import { useTexts } from '../i18n'
import { sentSuggestions } from '../offline/suggestions'
import { Page } from '../ui/frame'
import { Icon, type IconName } from '../ui/icon'
import { copy } from '../ui/share'
import { Gate, Skeleton, StateNote } from '../ui/states'
import './events.scss'
import { useWords } from './words'

const ICONS: Record<OwnSuggestion['state'], IconName> = { received: 'clock', accepted: 'check', declined: 'info', published: 'check' }

const STATES: Record<SuggestionAnswer['kind'], string> = { done: 'fresh', gone: 'missing', refused: 'missing', taken: 'missing', often: 'error', unreachable: 'offline' }

export function SuggestionPage({ boot, id }: { boot: Bootstrap; id: string }) {
  const { t } = useTexts()
  const words = useWords()
  const s = words.suggestion
  const [answer, setAnswer] = useState<SuggestionAnswer>()
  const [secret] = useState(() => location.hash.slice(1) || (sentSuggestions().find((sent) => sent.id === id)?.secret ?? ''))
  const ask = useCallback(() => void readSuggestion(id, secret).then(setAnswer), [id, secret])
  useEffect(ask, [ask])
  const back = { href: '/termine/vorschlagen', label: words.suggest.title }
  const state = answer === undefined ? 'loading' : STATES[answer.kind]
  const found = answer?.kind === 'done' ? answer.suggestion : undefined
  return (
    <Page title={s.title} back={back}>
      <Gate
        of={{ data: found, state, reload: ask }}
        words={t.gate}
        phone={boot.tenant.phone}
        skeleton={<Skeleton rows={2} label={t.gate.loading} text />}
        missing={<StateNote icon="cal" title={s.goneTitle} text={s.gone} announce />}
        lost
      >
        {(suggestion) => <State of={suggestion} secret={secret} boot={boot} />}
      </Gate>
    </Page>
  )
}

function State({ of, secret, boot }: { of: OwnSuggestion; secret: string; boot: Bootstrap }) {
  const { t, fullDate } = useTexts()
  const words = useWords()
  const s = words.suggestion
  const link = `${boot.tenant.origin}/termine/vorschlag/${of.id}#${secret}`
  return (
    <>
      <section class="offer" role="status">
        <span class="tile filled">
          <Icon name={ICONS[of.state]} />
        </span>
        <div>
          <h2>{s.states[of.state]}</h2>
          <p>
            {of.state === 'received' && s.thanks} {s.texts[of.state]}
          </p>
          {of.state === 'published' && of.event_id !== null && <a href={`/termine/${of.event_id}`}>{s.toEvent}</a>}
        </div>
      </section>
      {of.note && (
        <section>
          <h2 class="small-head">{s.note}</h2>
          <p lang={boot.tenant.language}>{of.note}</p>
        </section>
      )}
      <h2 class="small-head">{of.title}</h2>
      <p class="meta">{s.received(fullDate(of.received_at))}</p>
      <p class="event-hint">{s.keep}</p>
      <p class="buttons">
        <button type="button" class="kern-btn kern-btn--secondary" onClick={() => void copy(link, t.article)}>
          <Icon name="copy" size={20} />
          <span class="kern-label">{s.copy}</span>
        </button>
        <a class="kern-btn kern-btn--tertiary" href="/termine/vorschlagen">
          <span class="kern-label">{s.another}</span>
        </a>
      </p>
    </>
  )
}
