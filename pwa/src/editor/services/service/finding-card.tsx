// SPDX-License-Identifier: EUPL-1.2
/** Under which situation in life and by which words residents find a service, and which office decides. */

import { WordsField } from '../../compose/words-field'
import { useWords } from '../../i18n'
import { Checkbox, Select } from '../../ui/fields'
import type { Content } from './content'

interface Props {
  content: Content
  situations: { slug: string; name: string }[]
  offices: { id: string; name: string }[]
  onChange(part: Partial<Content>): void
}

export function FindingCard({ content, situations, offices, onChange }: Props) {
  const { t } = useWords()
  const words = t.services.editor
  return (
    <>
      <section class="editor-card" aria-labelledby="service-finding">
        <h2 id="service-finding">{words.finding}</h2>
        <div class="service-fields">
          <Select
            id="service-situation"
            label={t.services.situation}
            value={content.situation}
            options={situations.map(({ slug, name }) => ({ value: slug, label: name }))}
            onInput={(situation) => onChange({ situation })}
          />
          <WordsField id="service-synonyms" label={words.synonyms} help={words.synonymsHelp} value={content.synonyms} onChange={(synonyms) => onChange({ synonyms })} />
        </div>
      </section>
      {offices.length > 0 && (
        <section class="editor-card" aria-labelledby="service-offices">
          <fieldset class="service-offices">
            <legend>
              <h2 id="service-offices">{words.offices}</h2>
            </legend>
            {offices.map(({ id, name }) => (
              <Checkbox
                key={id}
                id={`office-${id}`}
                label={name}
                checked={content.offices.includes(id)}
                onChange={(chosen) => onChange({ offices: chosen ? [...content.offices, id] : content.offices.filter((each) => each !== id) })}
              />
            ))}
          </fieldset>
        </section>
      )}
    </>
  )
}
