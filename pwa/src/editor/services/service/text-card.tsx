// SPDX-License-Identifier: EUPL-1.2
/** The text of a service, part by part in the order of the page; what it lacks can be added. */

import { useState } from 'preact/hooks'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import type { StaffService } from '../model'
import { inOrder, partsOf, sourceContent, type Content, type Part } from './content'
import { TextPart } from './text-part'

interface Props {
  content: Content
  source: StaffService['source'] | undefined
  onChange(part: Partial<Content>): void
}

export function TextCard({ content, source, onChange }: Props) {
  const { t } = useWords()
  const words = t.services.editor
  const base = sourceContent(source)
  const { shown, more } = partsOf(content, source)
  const named: Record<string, string> = words.parts
  const label = (part: Part) => named[part] ?? source?.modules.find(({ code }) => part === `module-${code}`)?.title ?? words.otherPart
  // Whatever stood here stays until one leaves: the place one works at does not go away.
  const [stood, setStood] = useState<Part[]>(shown)
  const open = inOrder(content).filter((part) => shown.includes(part) || stood.includes(part))
  const offered = more.filter((part) => !stood.includes(part))
  return (
    <section class="editor-card text-parts" aria-labelledby="service-text">
      <h2 id="service-text">{words.text}</h2>
      {open.map((part) => (
        <TextPart
          key={part}
          id={`service-${part}`}
          label={label(part)}
          value={content[part] ?? ''}
          source={base[part] ?? ''}
          fresh={!shown.includes(part)}
          onChange={(html) => onChange({ [part]: html })}
        />
      ))}
      {offered.length > 0 && (
        <div class="part-more" role="group" aria-label={words.addPart}>
          {offered.map((part) => (
            <Button key={part} small kind="plain" icon="plus" onPress={() => setStood([...stood, part])}>
              {label(part)}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
