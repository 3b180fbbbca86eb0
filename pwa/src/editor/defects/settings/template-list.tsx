// SPDX-License-Identifier: EUPL-1.2
/** Prepared answers; each in a sheet. Their gaps are shown in words and kept as the server knows them. */

import { useState } from 'preact/hooks'
import { statusWord } from '../../../defects/status'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/errors'
import { Select, TextArea, TextField } from '../../ui/fields'
import { Sheet } from '../../ui/sheet'
import { unworded, worded } from '../answer'
import type { Template } from './model'
import { Ordered } from './ordered'

/** What an answer can lead to. */
const TO: Template['status'][] = ['accepted', 'in_progress', 'scheduled', 'question', 'forwarded', 'resolved', 'closed_unresolved', 'rejected']

interface Props {
  heading: string
  templates: Template[]
  onChange(templates: Template[]): void
}

export function TemplateList({ heading, templates, onChange }: Props) {
  const { t, language } = useWords()
  const words = t.defectSettings
  const [open, setOpen] = useState<{ at: number | undefined }>()
  const at = open?.at
  const note = ({ status }: Template) => statusWord({ status }, language)
  return (
    <>
      <Ordered heading={heading} add={words.addTemplate} none={words.noTemplates} items={templates} title={({ title }) => title} note={note} onOpen={(at) => setOpen({ at })} onChange={onChange} />
      {open && (
        <TemplateSheet
          template={at === undefined ? undefined : templates[at]}
          onDone={(template) => {
            onChange(at === undefined ? [...templates, template] : templates.map((each, index) => (index === at ? template : each)))
            setOpen(undefined)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function TemplateSheet({ template, onDone, onClose }: { template: Template | undefined; onDone(template: Template): void; onClose(): void }) {
  const { t, language } = useWords()
  const words = t.defectSettings
  const [title, setTitle] = useState(template?.title ?? '')
  const [status, setStatus] = useState<Template['status']>(template?.status ?? 'in_progress')
  const [text, setText] = useState(worded(template?.text ?? ''))
  const [errors, setErrors] = useState<FieldError[]>([])
  const faultOf = (field: string) => errors.find((each) => each.field === field)?.text
  const take = (event: Event) => {
    event.preventDefault()
    const found: FieldError[] = []
    if (title.trim() === '') found.push({ field: 'template-title', text: words.templateNameMissing })
    if (text.trim() === '') found.push({ field: 'template-text', text: words.templateTextMissing })
    setErrors(found)
    if (found.length === 0) onDone({ title: title.trim(), status, text: unworded(text.trim()) })
  }
  return (
    <Sheet open title={template === undefined ? words.templateNew : words.templateTitle} onClose={onClose}>
      <form class="sheet-form" noValidate onSubmit={take}>
        <ErrorSummary items={errors} />
        <TextField id="template-title" label={words.templateName} value={title} error={faultOf('template-title')} onInput={setTitle} />
        <Select
          id="template-status"
          label={words.templateStatus}
          value={status}
          options={TO.map((each) => ({ value: each, label: statusWord({ status: each }, language) }))}
          onInput={(value) => setStatus(value as Template['status'])}
        />
        <TextArea id="template-text" label={words.templateText} help={words.templateHelp} rows={5} value={text} error={faultOf('template-text')} onInput={setText} />
        <Button kind="main" submit>
          {words.take}
        </Button>
      </form>
    </Sheet>
  )
}
