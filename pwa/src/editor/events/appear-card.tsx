// SPDX-License-Identifier: EUPL-1.2
/** Under which category an event appears, from when on, and whether it goes before its dates are over. */

import { EndField } from '../compose/when-fields'
import { useWords } from '../i18n'
import { AppearFields } from '../publishing/appear-fields'
import { Select } from '../ui/fields'
import type { EventContent } from './model'

interface Props {
  content: EventContent
  categories: { slug: string; name: string }[]
  /** Residents have seen it: when it appears is no question any more. */
  seen: boolean
  fix(...lacks: string[]): string | undefined
  onChange(part: Partial<EventContent>): void
  onProblem(field: 'publish_at' | 'unpublish_at', problem: boolean): void
}

export function AppearCard({ content, categories, seen, fix, onChange, onProblem }: Props) {
  const { t } = useWords()
  const words = t.publishing
  return (
    <section class="editor-card appear" aria-labelledby="event-appear">
      <h2 id="event-appear">{words.editor.appear}</h2>
      <div class="pair">
        <Select
          id="event-category"
          label={words.category}
          value={content.category ?? ''}
          options={[{ value: '', label: words.noCategory }, ...categories.map(({ slug, name }) => ({ value: slug, label: name }))]}
          onInput={(slug) => onChange({ category: slug === '' ? null : slug })}
        />
        {!seen && (
          <AppearFields
            id="event-plan"
            value={content.publish_at}
            error={fix('past', 'publish_at')}
            onChange={(publish_at, problem) => {
              onProblem('publish_at', problem !== undefined)
              onChange({ publish_at })
            }}
          />
        )}
        <EndField
          id="event-end"
          label={words.editor.ends}
          value={content.unpublish_at}
          help={t.events.editor.endHelp}
          error={fix('unpublish_at')}
          onChange={(unpublish_at, problem) => {
            onProblem('unpublish_at', problem !== undefined)
            onChange({ unpublish_at })
          }}
        />
      </div>
    </section>
  )
}
