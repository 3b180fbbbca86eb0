// SPDX-License-Identifier: EUPL-1.2
/**
 * Two people's versions side by side where somebody must choose; everything else is joined already. Knows no
 * feature: what the fields are called and how their values read is handed in.
 */

import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { Prose } from '../../ui/prose'
import { useWords } from '../i18n'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { EditorPage } from '../ui/page'
import { textOf } from './blocks'
import { beside } from './diff'
import { Marked } from './marked'
import type { Choice, Conflict, Merged } from './merge'

export interface Wording<C> {
  /** In the order of the page. */
  fields: (keyof C & string)[]
  texts: (keyof C & string)[]
  label(field: string): string
  /** The value of a field that holds no HTML, as a reader would say it. */
  words(field: string, value: unknown): string
}

interface Props<C> {
  merged: Merged<C>
  wording: Wording<C>
  me: string
  them: string
  when: string
  back: { href: string; label: string }
  /** What is not chosen stays there. */
  history?: boolean
  onSave(choices: Choice[]): Promise<void> | void
  onLater(): void
}

interface SideProps {
  name: string
  chosen: boolean
  caption: string
  own: string
  other: string
  base: string
  /** Where only the look of the words differs, they are shown as they look. */
  html: string | undefined
  onChoose(): void
}

function Side({ name, chosen, caption, own, other, base, html, onChoose }: SideProps) {
  const { t } = useWords()
  return (
    <label class={`version${chosen ? ' chosen' : ''}`}>
      <input type="radio" name={name} checked={chosen} onChange={onChoose} />
      <span>
        <span class="version-caption">{caption}: </span>
        {html !== undefined && <Prose html={html} />}
        {html === undefined && (own === '' ? <em>{t.compose.conflict.gone}</em> : <Marked segments={beside(own, other, base)} />)}
      </span>
    </label>
  )
}

export function ConflictPage<C>({ merged, wording, me, them, when, back, history = true, onSave, onLater }: Props<C>) {
  const { t } = useWords()
  const words = t.compose.conflict
  const [choices, setChoices] = useState<Choice[]>(() => merged.conflicts.map(() => 'mine'))
  const [busy, setBusy] = useState(false)
  const keep = async () => {
    if (busy) return
    setBusy(true)
    await onSave(choices)
    setBusy(false)
  }
  const choose = (at: number, choice: Choice) => setChoices(choices.map((before, index) => (index === at ? choice : before)))
  const isText = (field: string) => (wording.texts as string[]).includes(field)
  const read = ({ field }: Conflict, value: unknown) => (isText(field) ? textOf(String(value)) : wording.words(field, value))
  const open = new Set(merged.conflicts.map(({ field }) => field))
  const settled = wording.fields.filter((field) => !open.has(field))
  const names = settled.map((field) => wording.label(field))
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1)}` : names.join('')
  const joined = merged.resolve(choices)
  const filled = settled.filter((field) => joined[field] !== '' && joined[field] !== null && joined[field] !== false)
  return (
    <EditorPage
      title={words.title(them)}
      back={back}
      status={
        <span class="conflict-status">
          <Icon name="split" size={20} />
          {words.status}
        </span>
      }
      primary={{ label: words.save, busy, onPress: () => void keep() }}
      outcome={<Button onPress={onLater}>{words.later}</Button>}
    >
      <div class="conflict">
        <h2 class="conflict-title">{words.title(them)}</h2>
        <p class="muted">{words.intro(when)}</p>
        <div class="conflict-heads" aria-hidden="true">
          <span>
            <Avatar name={me} small /> {words.mine}
          </span>
          <span>
            <Avatar name={them} small /> {words.theirs(them)}
          </span>
        </div>
        {merged.conflicts.map((conflict, at) => {
          const [mine, theirs, base] = [read(conflict, conflict.mine), read(conflict, conflict.theirs), read(conflict, conflict.base)]
          const label = wording.label(conflict.field)
          const side = { name: `stelle-${at}`, base }
          const look = (html: unknown) => (mine === theirs && isText(conflict.field) ? String(html) : undefined)
          return (
            <fieldset key={at} class="conflict-piece">
              <legend>{conflict.paragraph === null ? label : words.paragraph(label, conflict.paragraph)}</legend>
              <Side
                {...side}
                caption={words.mine}
                own={mine}
                other={theirs}
                html={look(conflict.mine)}
                chosen={choices[at] === 'mine'}
                onChoose={() => choose(at, 'mine')}
              />
              <Side
                {...side}
                caption={words.theirs(them)}
                own={theirs}
                other={mine}
                html={look(conflict.theirs)}
                chosen={choices[at] === 'theirs'}
                onChoose={() => choose(at, 'theirs')}
              />
            </fieldset>
          )
        })}
        {list !== '' && (
          <details class="conflict-equal">
            <summary>
              <Icon name="done" size={20} />
              <span>{words.equal(list)}</span>
              <span class="link">{words.all}</span>
            </summary>
            <dl>
              {filled.map((field) => (
                <Fragment key={field}>
                  <dt>{wording.label(field)}</dt>
                  <dd>{isText(field) ? <Prose html={String(joined[field])} /> : wording.words(field, joined[field])}</dd>
                </Fragment>
              ))}
            </dl>
          </details>
        )}
        {history && (
          <p class="muted conflict-keep">
            <Icon name="history" size={20} />
            {words.keep}
          </p>
        )}
      </div>
    </EditorPage>
  )
}

