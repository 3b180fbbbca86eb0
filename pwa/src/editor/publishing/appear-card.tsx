// SPDX-License-Identifier: EUPL-1.2
/** Under which category something appears, from when on, and when it ends by itself. Knows no feature. */

import type { ComponentChildren } from 'preact'
import { EndField } from '../compose/when-fields'
import { useWords } from '../i18n'
import { Select } from '../ui/fields'
import { AppearFields } from './appear-fields'

interface Planned {
  category: string | null
  publish_at: string | null
  unpublish_at: string | null
}

interface Props {
  /** The ids of the fields begin like this. */
  id: string
  content: Planned
  categories: { slug: string; name: string }[]
  /** Residents have seen it: when it appears is no question any more. */
  seen: boolean
  /** What the end means here. */
  endHelp: string
  /** The sentence under a field, by what it lacks. */
  fix(...lacks: string[]): string | undefined
  onChange(part: Partial<Planned>): void
  /** Whether something stands in a field that cannot be read. */
  onProblem(field: string, problem: boolean): void
  /** What else decides how it appears. */
  children?: ComponentChildren
}

export function AppearCard({ id, content, categories, seen, endHelp, fix, onChange, onProblem, children }: Props) {
  const { t } = useWords()
  const words = t.publishing
  return (
    <section class="editor-card appear" aria-labelledby={`${id}-appear`}>
      <h2 id={`${id}-appear`}>{words.editor.appear}</h2>
      <div class="pair">
        <Select
          id={`${id}-category`}
          label={words.category}
          value={content.category ?? ''}
          options={[{ value: '', label: words.noCategory }, ...categories.map(({ slug, name }) => ({ value: slug, label: name }))]}
          onInput={(slug) => onChange({ category: slug === '' ? null : slug })}
        />
        {!seen && (
          <AppearFields
            id={`${id}-plan`}
            value={content.publish_at}
            error={fix('past', 'publish_at')}
            onChange={(publish_at, problem) => {
              onProblem('publish_at', problem !== undefined)
              onChange({ publish_at })
            }}
          />
        )}
        <EndField
          id={`${id}-end`}
          label={words.editor.ends}
          value={content.unpublish_at}
          help={endHelp}
          error={fix('unpublish_at', 'urgent_end')}
          onChange={(unpublish_at, problem) => {
            onProblem('unpublish_at', problem !== undefined)
            onChange({ unpublish_at })
          }}
        />
      </div>
      {children}
    </section>
  )
}
