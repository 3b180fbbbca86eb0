// SPDX-License-Identifier: EUPL-1.2
/** When an item appears and ends, under which category, and whether it is urgent. */

import { EndField, MomentFields } from '../compose/when-fields'
import { nextMorning } from '../compose/moments'
import type { WhenProblem } from '../compose/when'
import { useWords } from '../i18n'
import { Checkbox, Segmented, Select } from '../ui/fields'
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
  const words = t.news.editor
  const plan = (mode: string) => {
    onProblem('publish_at', undefined)
    onChange({ publish_at: mode === 'now' ? null : nextMorning(new Date()).toISOString() })
  }
  return (
    <section class="editor-card appear" aria-labelledby="news-appear">
      <h2 id="news-appear">{words.appear}</h2>
      <div class="pair">
        <Select
          id="news-category"
          label={t.news.category}
          value={content.category ?? ''}
          options={[{ value: '', label: t.news.noCategory }, ...categories.map(({ slug, name }) => ({ value: slug, label: name }))]}
          onInput={(slug) => onChange({ category: slug === '' ? null : slug })}
        />
        {!seen && (
          <Segmented
            id="news-mode"
            label={words.when}
            value={content.publish_at === null ? 'now' : 'planned'}
            options={[
              { value: 'now', label: words.now },
              { value: 'planned', label: words.planned },
            ]}
            onChoose={plan}
          />
        )}
        {!seen && content.publish_at !== null && (
          <MomentFields
            id="news-when"
            label={words.appears}
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
          label={words.ends}
          value={content.unpublish_at}
          help={words.endHelp}
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
