// SPDX-License-Identifier: EUPL-1.2
/** Forms and where to read on. */

import { LinkList } from '../../compose/link-fields'
import { useWords } from '../../i18n'
import type { Content } from './content'

const MOST = 30

interface Props {
  content: Content
  onChange(part: Partial<Content>): void
  /** Whether something stands in a field that cannot be read. */
  onProblem(field: string, problem: boolean): void
}

export function FurtherCard({ content, onChange, onProblem }: Props) {
  const { t } = useWords()
  const words = t.services.editor
  return (
    <section class="editor-card" aria-labelledby="service-further">
      <h2 id="service-further">{words.further}</h2>
      {(['forms', 'links'] as const).map((name) => (
        <div key={name} class="service-further" role="group" aria-labelledby={`service-${name}-heading`}>
          <h3 id={`service-${name}-heading`}>{words.parts[name]}</h3>
          <LinkList
            id={`service-${name}`}
            words={words.lists[name]}
            links={content[name]}
            most={MOST}
            onChange={(links) => onChange(name === 'forms' ? { forms: links } : { links })}
            onProblem={(at, wrong) => onProblem(`service-${name}-${at}`, wrong)}
          />
        </div>
      ))}
    </section>
  )
}
