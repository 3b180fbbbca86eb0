// SPDX-License-Identifier: EUPL-1.2
/** One category: what it is called, who answers and how soon, what is asked. Saves itself. */

import { matching, staff } from '../../../api/staff'
import { useState } from 'preact/hooks'
import { ClashBox } from '../../compose/clash-box'
import { useSaving } from '../../compose/use-saving'
import { WordsField } from '../../compose/words-field'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { Switch } from '../../ui/choices'
import { TextArea, TextField } from '../../ui/fields'
import { iconNamed, type IconName } from '../../../ui/icon'
import { Icon } from '../../ui/icon'
import { SaveStatus } from '../../ui/status'
import { say } from '../../ui/toasts'
import { contentOf, faultsOf, ICONS, LIMITS, type Category, type Content } from './model'
import { NumberField } from './number-field'
import { QuestionList } from './question-list'
import { TemplateList } from './template-list'

interface Props {
  category: Category
  onSaved(category: Category): void
  onGone(): void
  /** It is there again. */
  onBack(): void
}

export function CategoryForm({ category, onSaved, onGone, onBack }: Props) {
  const { t } = useWords()
  const words = t.defectSettings
  const path = { path: { category_id: category.id } }
  const saving = useSaving<Content, Category>({
    thing: category,
    read: contentOf,
    save: (body, version) => staff.PUT('/api/v1/staff/defects/categories/{category_id}', { params: { ...path, header: matching(version) }, body }),
    sound: (content) => faultsOf(content).length === 0,
    onSaved,
  })
  const { content, change, errors } = saving
  const faults = faultsOf(content)
  const shown = saving.state === 'error'
  const wrong = (field: 'name' | 'email', sentence: string) => (shown && (faults.includes(field) || errors[field]) ? sentence : undefined)
  const number = (field: 'promise_days' | 'radius') => (shown && faults.includes(field) ? words.numberWrong(LIMITS[field][0], LIMITS[field][1]) : undefined)
  const reachable = content.email !== null || category.recipient !== null
  // Nothing refers to it, so the same once more is what was there.
  const restore = async () => {
    const answer = await staff.POST('/api/v1/staff/defects/categories', { body: contentOf(category) })
    if (answer.ok) onBack()
    else say(words.failed)
  }
  const remove = async () => {
    const answer = await staff.DELETE('/api/v1/staff/defects/categories/{category_id}', { params: { ...path, header: matching(category.version) } })
    if (!answer.ok) return say(answer.unreachable ? t.publishing.unreachable : answer.status === 409 ? words.inUse(category.reports) : words.failed)
    say(words.deleted(category.name), { undo: () => void restore() })
    onGone()
  }
  return (
    <section class="card category-form" aria-label={category.name}>
      <header>
        <h2>{content.name || words.newName}</h2>
        <SaveStatus state={saving.state} at={saving.at} />
        {reachable ? (
          <Switch id="category-active" label={words.visible} checked={content.active} onChange={(active) => change({ active })} />
        ) : (
          <p class="lacks-recipient">{words.noSwitch}</p>
        )}
      </header>
      {/* What the server refuses beside the fields that say so themselves. */}
      {shown && faults.length === 0 && !errors['name'] && !errors['email'] && (
        <p class="field-error" role="alert">
          <Icon name="alert" size={18} />
          {words.refused}
        </p>
      )}
      <ClashBox conflicts={saving.conflicts} onSettle={saving.settle} label={(field) => labelOf(field, words)} />
      <div class="form-pairs">
        <TextField id="category-name" label={words.name} value={content.name} error={wrong('name', words.nameMissing)} onInput={(name) => change({ name })} />
        <TextField id="category-group" label={words.group} help={words.groupHelp} value={content.group} onInput={(group) => change({ group })} />
        <WordsField id="category-keywords" label={words.keywords} help={words.keywordsHelp} value={content.keywords} onChange={(keywords) => change({ keywords })} />
        <TextArea id="category-hint" label={words.hint} optional help={words.hintHelp} rows={1} value={content.hint} onInput={(hint) => change({ hint })} />
        <Recipient category={category} email={content.email} error={wrong('email', words.emailWrong)} saved={saving.state === 'saved'} onEmail={(email) => change({ email })} />
        <IconChoice value={content.icon} onChoose={(icon) => change({ icon })} />
        <NumberField id="category-promise" label={words.promise} unit={words.promiseUnit} value={content.promise_days} error={number('promise_days')} onChange={(promise_days) => change({ promise_days })} />
        <NumberField id="category-radius" label={words.radius} unit={words.radiusUnit} value={content.radius} error={number('radius')} onChange={(radius) => change({ radius })} />
      </div>
      <QuestionList questions={content.questions} onChange={(questions) => change({ questions })} />
      <TemplateList heading={words.templates} templates={content.templates} onChange={(templates) => change({ templates })} />
      <footer>
        <p class="muted">{words.reports(category.reports, category.open)}</p>
        {category.reports === 0 && (
          <Button kind="plain" icon="bin" onPress={() => void remove()}>
            {words.delete}
          </Button>
        )}
      </footer>
    </section>
  )
}

function labelOf(field: string, words: ReturnType<typeof useWords>['t']['defectSettings']): string {
  const labels: Record<string, string> = { name: words.name, group: words.group, keywords: words.keywords, hint: words.hint, email: words.email, icon: words.icon, promise_days: words.promise, radius: words.radius, questions: words.questions, templates: words.templates, active: words.visible }
  return labels[field] ?? field
}

interface RecipientProps {
  category: Category
  email: string | null
  error: string | undefined
  saved: boolean
  onEmail(email: string | null): void
}

function Recipient({ category, email, error, saved, onEmail }: RecipientProps) {
  const { t } = useWords()
  const words = t.defectSettings
  const [busy, setBusy] = useState(false)
  const test = async () => {
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/defects/categories/{category_id}/test-mail', { params: { path: { category_id: category.id } } })
    setBusy(false)
    say(answer.ok ? words.tested(category.recipient ?? '') : answer.unreachable ? t.publishing.unreachable : words.testFailed)
  }
  const help = email !== null ? undefined : category.recipient === null ? words.emailNone : words.emailUsual(category.recipient)
  return (
    <div>
      <TextField id="category-email" label={words.email} type="email" inputMode="email" value={email ?? ''} help={help} error={error} onInput={(typed) => onEmail(typed.trim() || null)} />
      {category.recipient !== null && saved && (
        <button type="button" class="link test-mail" aria-busy={busy || undefined} onClick={() => !busy && void test()}>
          <Icon name="mail" size={18} />
          {words.test}
        </button>
      )}
    </div>
  )
}

function IconChoice({ value, onChoose }: { value: string; onChoose(icon: string): void }) {
  const { t } = useWords()
  const words = t.defectSettings
  const choices: IconName[] = ICONS.some((icon) => icon === value) ? [...ICONS] : [iconNamed(value), ...ICONS]
  return (
    <fieldset class="icon-choice">
      <legend>{words.icon}</legend>
      {choices.map((icon) => (
        <label key={icon} title={words.icons[icon]}>
          <input type="radio" class="sr-only" name="category-icon" checked={icon === value} aria-label={words.icons[icon] ?? icon} onChange={() => onChoose(icon)} />
          <span>
            <Icon name={icon} size={24} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
