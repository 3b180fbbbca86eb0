// SPDX-License-Identifier: EUPL-1.2
/** What a category asks beside place, photo and text; each in a sheet. */

import { useState } from 'preact/hooks'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/choices'
import { ErrorSummary, type FieldError } from '../../ui/errors'
import { Select, TextArea, TextField } from '../../ui/fields'
import { Sheet } from '../../ui/sheet'
import type { Question } from './model'
import { Ordered } from './ordered'

const KINDS: Question['kind'][] = ['text', 'number', 'choice', 'choices']

interface Props {
  questions: Question[]
  onChange(questions: Question[]): void
}

function offers(kind: Question['kind']): boolean {
  return kind === 'choice' || kind === 'choices'
}

export function QuestionList({ questions, onChange }: Props) {
  const { t } = useWords()
  const words = t.defectSettings
  const [open, setOpen] = useState<{ at: number | undefined }>()
  const at = open?.at
  const note = ({ kind, required, options }: Question) =>
    [offers(kind) ? `${words.kinds[kind]}: ${(options ?? []).map(({ label }) => label).join(', ')}` : words.kinds[kind], required ? words.required : words.optional].join(' · ')
  return (
    <>
      <Ordered heading={words.questions} add={words.addQuestion} none={words.noQuestions} items={questions} title={({ label }) => label} note={note} onOpen={(at) => setOpen({ at })} onChange={onChange} />
      {open && (
        <QuestionSheet
          question={at === undefined ? undefined : questions[at]}
          onDone={(question) => {
            onChange(at === undefined ? [...questions, question] : questions.map((each, index) => (index === at ? question : each)))
            setOpen(undefined)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function QuestionSheet({ question, onDone, onClose }: { question: Question | undefined; onDone(question: Question): void; onClose(): void }) {
  const { t } = useWords()
  const words = t.defectSettings
  const [label, setLabel] = useState(question?.label ?? '')
  const [help, setHelp] = useState(question?.help ?? '')
  const [kind, setKind] = useState<Question['kind']>(question?.kind ?? 'text')
  const [required, setRequired] = useState(question?.required ?? false)
  const [options, setOptions] = useState((question?.options ?? []).map((option) => option.label).join('\n'))
  const [errors, setErrors] = useState<FieldError[]>([])
  const faultOf = (field: string) => errors.find((each) => each.field === field)?.text
  const take = (event: Event) => {
    event.preventDefault()
    const lines = [...new Set(options.split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
    const found: FieldError[] = []
    if (label.trim() === '') found.push({ field: 'question-label', text: words.questionMissing })
    if (offers(kind) && lines.length < 2) found.push({ field: 'question-options', text: words.optionsMissing })
    setErrors(found)
    if (found.length > 0) return
    // A possibility that keeps its words keeps its key: answers of before stay readable.
    const keyOf = (line: string) => question?.options?.find((option) => option.label === line)?.key ?? ''
    onDone({ code: question?.code ?? '', label: label.trim(), help: help.trim() || null, kind, required, options: offers(kind) ? lines.map((line) => ({ key: keyOf(line), label: line })) : [] })
  }
  return (
    <Sheet open title={question === undefined ? words.questionNew : words.questionTitle} onClose={onClose}>
      <form class="sheet-form" noValidate onSubmit={take}>
        <ErrorSummary items={errors} />
        <TextField id="question-label" label={words.questionLabel} value={label} error={faultOf('question-label')} onInput={setLabel} />
        <TextField id="question-help" label={words.questionHelp} optional value={help} onInput={setHelp} />
        <Select id="question-kind" label={words.questionKind} value={kind} options={KINDS.map((each) => ({ value: each, label: words.kinds[each] }))} onInput={(value) => setKind(value as Question['kind'])} />
        {offers(kind) && <TextArea id="question-options" label={words.options} help={words.optionsHelp} value={options} error={faultOf('question-options')} onInput={setOptions} />}
        <Checkbox id="question-required" label={words.questionRequired} checked={required} onChange={setRequired} />
        <Button kind="main" submit>
          {words.take}
        </Button>
      </form>
    </Sheet>
  )
}
