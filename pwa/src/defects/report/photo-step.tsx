// SPDX-License-Identifier: EUPL-1.2
/** Step three: photos, a sentence, what the category asks for. One photo or one sentence is enough. */

import { useState } from 'preact/hooks'
import type { Bootstrap, DefectCategory } from '../../api/types'
import { useTexts } from '../../i18n'
import { metres } from '../../ui/geo'
import { ErrorSummary } from '../../ui/form/errors'
import { TextArea } from '../../ui/form/fields'
import { Icon } from '../../ui/icon'
import { navigate } from '../../ui/router'
import type { Drafting } from './draft'
import { GuardNote } from './guard-note'
import { Photos } from './photos'
import { distanceWords } from './places'
import { complaints, Questions } from './questions'
import { MainButton, StepPage } from './step'
import { addressOf, hasContent } from './steps'
import { useReportWords } from './words'

interface Props {
  boot: Bootstrap
  drafting: Drafting
  category: DefectCategory | undefined
}

const MOST_TEXT = 2000
/** Whoever stands farther away when the photo is taken meant another place, or has come home. */
const AWAY_M = 100

export function PhotoStep({ boot, drafting, category }: Props) {
  const words = useReportWords()
  const { draft, set } = drafting
  const [round, setRound] = useState(0)
  const questions = category?.questions ?? []
  const wrong = round === 0 ? [] : complaints(questions, draft.answers)
  const empty = round > 0 && !hasContent(draft)
  const items = [
    ...(empty ? [{ field: 'text', text: words.photo.needed }] : []),
    ...wrong.map(({ code, label, reason }) => ({ field: `question-${code}`, text: words.photo[reason](label) })),
  ]
  const next = (): void => {
    setRound(round + 1)
    if (hasContent(draft) && complaints(questions, draft.answers).length === 0) navigate(addressOf('check'))
  }
  return (
    <StepPage step="photo" title={words.photo.title} wrong={items.length > 0} drafting={drafting} actions={<MainButton label={words.photo.next} onPress={next} />}>
      <p class="lead muted">{words.photo.lead}</p>
      <div class="form">
        <ErrorSummary round={round} title={words.missing(items.length)} items={items} />
        {category?.hint && (
          <p class="note">
            <Icon name="info" />
            <span lang={boot.tenant.language}>{category.hint}</span>
          </p>
        )}
        <Photos drafting={drafting} />
        <Elsewhere drafting={drafting} />
        <div class="report-text">
          <TextArea
            id="text"
            rows={4}
            maxLength={MOST_TEXT}
            label={words.photo.text}
            optional={draft.photos.length > 0 ? words.optional : undefined}
            value={draft.text}
            error={empty ? words.photo.needed : undefined}
            onInput={(text) => set({ text })}
          />
          <p class="meta counter">{words.photo.counter(draft.text.length, MOST_TEXT)}</p>
        </div>
        <GuardNote text={draft.text} onCover={(text) => set({ text })} />
        <Questions
          questions={questions}
          answers={draft.answers}
          wrong={wrong}
          lang={boot.tenant.language}
          onAnswer={(code, answer) => set(({ answers }) => ({ answers: { ...answers, [code]: answer } }))}
        />
      </div>
    </StepPage>
  )
}

/** The place of the photo is only proposed: perhaps it was taken from across the street, perhaps last year. */
function Elsewhere({ drafting: { draft } }: { drafting: Drafting }) {
  const { language } = useTexts()
  const words = useReportWords().photo
  const shot = draft.photos.find(({ spot }) => spot !== null)?.spot
  if (shot === undefined || shot === null) return null
  const away = draft.spot === null ? null : metres(shot, draft.spot)
  if (away !== null && away < AWAY_M) return null
  return (
    <div class="note">
      <Icon name="pin" />
      <p>
        {away === null ? words.somewhere : words.elsewhere(distanceWords(away, language))}{' '}
        <a class="tall" href={`${addressOf('place')}&foto`}>
          {words.toPlace}
        </a>
      </p>
    </div>
  )
}
