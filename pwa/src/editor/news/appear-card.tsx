// SPDX-License-Identifier: EUPL-1.2
/** When an item appears and ends, under which category, and whether it is urgent. */

import { EndField } from '../compose/when-fields'
import type { WhenProblem } from '../compose/when'
import { useWords } from '../i18n'
import { AppearFields } from '../publishing/appear-fields'
import { Checkbox, Select } from '../ui/fields'
import type { NewsContent } from './model'

interface Props {
  content: NewsContent
  categories: { slug: string; name: string }[]
  /** Residents have seen it: when it appears is no question any more. */
  seen: boolean
  /** The sentence under a field, by what it lacks. */
  fix(...lacks: string[]): string | undefined
  onChange(part: Partial<NewsContent>): void
  onProblem(field: 'publish_at' | 'unpublish_at', problem: WhenProblem | undefined): void
}

export function AppearCard({ content, categories, seen, fix, onChange, onProblem }: Props) {
  const { t } = useWords()
  const words = t.publishing
  return (
    <section class="editor-card appear" aria-labelledby="news-appear">
      <h2 id="news-appear">{words.editor.appear}</h2>
      <div class="pair">
        <Select
          id="news-category"
          label={words.category}
          value={content.category ?? ''}
          options={[{ value: '', label: words.noCategory }, ...categories.map(({ slug, name }) => ({ value: slug, label: name }))]}
          onInput={(slug) => onChange({ category: slug === '' ? null : slug })}
        />
        {!seen && (
          <AppearFields
            id="news"
            value={content.publish_at}
            error={fix('past', 'publish_at')}
            onChange={(publish_at, problem) => {
              onProblem('publish_at', problem)
              onChange({ publish_at })
            }}
          />
        )}
        <EndField
          id="news-end"
          label={words.editor.ends}
          value={content.unpublish_at}
          help={t.news.editor.endHelp}
          error={fix('unpublish_at', 'urgent_end')}
          onChange={(unpublish_at, problem) => {
            onProblem('unpublish_at', problem)
            onChange({ unpublish_at })
          }}
        />
      </div>
      <Checkbox id="news-urgent" label={t.news.urgent} help={t.news.urgentHelp} checked={content.urgent} onChange={(urgent) => onChange({ urgent })} />
    </section>
  )
}
