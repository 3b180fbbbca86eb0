// SPDX-License-Identifier: EUPL-1.2
/** Where an office is, how it is reached, and where its entry comes from; hiding and deleting behind "…". */

import { useState } from 'preact/hooks'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { MoreMenu } from '../../ui/menu'
import { say } from '../../ui/toasts'
import { FactsSheet } from './facts-sheet'
import { keepOffice, type Office } from './offices'

interface Props {
  office: Office
  onChanged(office: Office): void
  onRemove(): void
}

export function OfficeFacts({ office, onChanged, onRemove }: Props) {
  const { t } = useWords()
  const words = t.offices
  const [open, setOpen] = useState(false)
  const { street, postcode, city, extra } = office.address
  const facts: [string, string][] = [
    [words.address, [street, `${postcode} ${city}`.trim(), extra].filter(Boolean).join(', ')],
    [words.phone, office.phone ?? ''],
    [words.email, office.email ?? ''],
    [words.url, office.url ?? ''],
    [words.accessibility, office.accessibility],
    [words.transit, office.transit],
    [words.note, office.note],
  ]
  const hide = async (hidden: boolean, before: Office) => {
    const answer = await keepOffice(before, { hidden })
    if (!answer.ok) return say(answer.unreachable ? t.publishing.unreachable : words.failed)
    onChanged(answer.data)
    const now = answer.data
    say(hidden ? words.hidden(now.name) : words.shown(now.name), { undo: () => void hide(!hidden, now) })
  }
  return (
    <section class="card office-card" aria-label={words.facts}>
      <header>
        <h2>{words.facts}</h2>
        <MoreMenu
          label={t.shell.moreFor(office.name)}
          items={[
            { label: office.hidden ? words.show : words.hide, icon: office.hidden ? 'eye' : 'hidden', onSelect: () => void hide(!office.hidden, office) },
            ...(office.may.includes('delete') ? [{ label: words.delete, icon: 'bin' as const, onSelect: onRemove }] : []),
          ]}
        />
      </header>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={value ? undefined : 'muted'}>{value || words.nothing}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">{words.services(office.services)}</p>
      {office.source_name !== null && (
        <p class="muted">
          {words.imported(office.source_name)} · {words.importedKept}
        </p>
      )}
      <Button kind="plain" icon="write" onPress={() => setOpen(true)}>
        {words.factsChange}
      </Button>
      {open && (
        <FactsSheet
          office={office}
          onDone={(now) => {
            setOpen(false)
            onChanged(now)
            say(words.factsSaved(now.name))
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}
