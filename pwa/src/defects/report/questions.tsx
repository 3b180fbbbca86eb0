// SPDX-License-Identifier: EUPL-1.2
/** What a category asks for beside text and photo. */

import type { DefectCategory } from '../../api/types'
import { Check, Labelled, TextField } from '../../ui/form/fields'
import { useReportWords } from './words'

type Question = DefectCategory['questions'][number]
type Answers = Record<string, string | string[]>

export interface Complaint {
  code: string
  label: string
  reason: 'answer' | 'number'
}

const NUMBER = /^-?\d+([.,]\d+)?$/

/** What is missing or no number, in the order of the form. */
export function complaints(questions: Question[], answers: Answers): Complaint[] {
  return questions.flatMap(({ code, label, kind, required }): Complaint[] => {
    const said = answers[code] ?? ''
    if (said.length === 0 || (typeof said === 'string' && said.trim() === '')) return required ? [{ code, label, reason: 'answer' }] : []
    return kind === 'number' && !NUMBER.test(String(said).trim()) ? [{ code, label, reason: 'number' }] : []
  })
}

interface Props {
  questions: Question[]
  answers: Answers
  wrong: Complaint[]
  lang: string
  onAnswer(code: string, answer: string | string[]): void
}

export function Questions({ questions, answers, wrong, lang, onAnswer }: Props) {
  const words = useReportWords()
  return (
    <>
      {questions.map((question) => {
        const complaint = wrong.find(({ code }) => code === question.code)
        const around = {
          id: `question-${question.code}`,
          label: question.label,
          hint: question.help || undefined,
          optional: question.required ? undefined : words.optional,
          error: complaint && words.photo[complaint.reason](complaint.label),
        }
        return (
          <div key={question.code} lang={lang}>
            <OneQuestion question={question} around={around} answer={answers[question.code]} onAnswer={(answer) => onAnswer(question.code, answer)} />
          </div>
        )
      })}
    </>
  )
}

interface OneProps {
  question: Question
  around: { id: string; label: string; hint: string | undefined; optional: string | undefined; error: string | undefined }
  answer: string | string[] | undefined
  onAnswer(answer: string | string[]): void
}

function OneQuestion({ question, around, answer, onAnswer }: OneProps) {
  const words = useReportWords()
  const { kind, options } = question
  if (kind === 'choices') {
    const chosen = Array.isArray(answer) ? answer : []
    return (
      <fieldset class={around.error ? 'field wrong' : 'field'}>
        <legend class="question-label">
          {around.label} {around.optional && <span class="optional">{around.optional}</span>}
        </legend>
        {around.hint && <p class="meta">{around.hint}</p>}
        {around.error && <p class="field-error">{around.error}</p>}
        {options.map(({ key, label }, at) => (
          <Check
            key={key}
            // The first one takes the focus that the summary gives to the question.
            id={at === 0 ? around.id : `${around.id}-${key}`}
            label={label}
            checked={chosen.includes(key)}
            onChange={(on) => onAnswer(on ? [...chosen, key] : chosen.filter((each) => each !== key))}
          />
        ))}
      </fieldset>
    )
  }
  const said = typeof answer === 'string' ? answer : ''
  if (kind === 'choice')
    return (
      <Labelled {...around}>
        <select id={around.id} class="input" value={said} aria-invalid={around.error ? true : undefined} onChange={({ currentTarget }) => onAnswer(currentTarget.value)}>
          <option value="">{words.photo.choicePlease}</option>
          {options.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </Labelled>
    )
  return <TextField {...around} value={said} maxLength={kind === 'number' ? 20 : 500} onInput={onAnswer} />
}
