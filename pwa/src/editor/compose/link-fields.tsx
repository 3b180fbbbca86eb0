// SPDX-License-Identifier: EUPL-1.2
/** Web addresses in fields, one or a list of them; only what can be opened is kept. Knows no feature. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { readUrl } from './links'
import { maybe, useTyped } from './use-typed'

export function RemoveButton({ label, onPress }: { label: string; onPress(): void }) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onPress}>
      <Icon name="close" />
    </button>
  )
}

interface UrlProps {
  id: string
  label: string
  help?: string
  optional?: boolean
  /** What else is wrong with it. */
  error?: string
  value: string | null
  onChange(url: string | null): void
  onProblem(problem: boolean): void
}

export function UrlField({ id, label, help, optional, error, value, onChange, onProblem }: UrlProps) {
  const { t } = useWords()
  const { text, setText, problem, leave } = useTyped<string | null, true>({ shown: value ?? '', show: (url) => url ?? '', read: maybe(readUrl), onChange, onProblem })
  return <TextField id={id} label={label} help={help} optional={optional} inputMode="url" value={text} error={problem ? t.compose.linkBad : error} onInput={setText} onLeave={leave} />
}

interface NamedLink {
  label: string
  url: string
}

interface ListProps {
  /** The ids of the fields begin like this. */
  id: string
  words: { link: string; linkLabel: string; addLink: string; removeLink(label: string): string }
  links: NamedLink[]
  most: number
  onChange(links: NamedLink[]): void
  onProblem(at: number | 'new', problem: boolean): void
}

export function LinkList({ id, words, links, most, onChange, onProblem }: ListProps) {
  // A link without an address cannot be kept: until it has one it stands here only.
  const [fresh, setFresh] = useState(false)
  const put = (at: number, part: Partial<NamedLink>) => onChange(links.map((each, other) => (other === at ? { ...each, ...part } : each)))
  const remove = (at: number) => onChange(links.filter((_each, other) => other !== at))
  return (
    <>
      {links.map((link, at) => (
        <div key={at} class="amount">
          <UrlField
            id={`${id}-${at}`}
            label={words.link}
            value={link.url}
            onChange={(url) => (url === null ? remove(at) : put(at, { url }))}
            onProblem={(problem) => onProblem(at, problem)}
          />
          <TextField id={`${id}-label-${at}`} label={words.linkLabel} optional value={link.label} onInput={(label) => put(at, { label })} />
          <RemoveButton label={words.removeLink(link.label || link.url)} onPress={() => remove(at)} />
        </div>
      ))}
      {fresh && (
        <UrlField
          id={`${id}-new`}
          label={words.link}
          value={null}
          onChange={(url) => {
            setFresh(false)
            if (url !== null) onChange([...links, { label: '', url }])
          }}
          onProblem={(problem) => onProblem('new', problem)}
        />
      )}
      {!fresh && links.length < most && (
        <Button
          small
          kind="plain"
          icon="plus"
          onPress={() => {
            setFresh(true)
            setTimeout(() => document.getElementById(`${id}-new`)?.focus())
          }}
        >
          {words.addLink}
        </Button>
      )}
    </>
  )
}
