// SPDX-License-Identifier: EUPL-1.2
/** Strg K: one field for pages, commands, news, events and services by title, reports by number. Arrow keys choose, Enter goes there. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../api/staff'
import { navigate } from '../ui/router'
import { useWords, type Words } from './i18n'
import { CLOSING, newEvent, newNews, type Entry } from './routes'
import { Dialog } from './ui/dialog'
import { Icon, type IconName } from './ui/icon'

interface Hit {
  href: string
  title: string
  icon: IconName
  note?: string
}

const PAUSE_MS = 200
/** Of each kind. */
const MOST = 6

function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')
}

/** Every word one typed occurs. */
export function matches(text: string, typed: string): boolean {
  const inside = folded(text)
  return folded(typed).split(/\s+/).every((word) => inside.includes(word))
}

function places(entries: Entry[], t: Words): Hit[] {
  const has = (name: Entry['word']) => entries.some(({ word }) => word === name)
  return [
    ...(has('news') ? [{ href: newNews(), title: t.shell.newNews, icon: 'write' as const }] : []),
    ...(has('services') ? [{ href: CLOSING, title: t.offices.close.button, icon: 'door' as const }] : []),
    ...(has('events') ? [{ href: newEvent(), title: t.shell.newEvent, icon: 'write' as const }] : []),
    ...entries.map((entry) => ({ href: entry.href, title: t.shell.nav[entry.word], icon: entry.icon, note: t.shell.goTo })),
    { href: '/redaktion/konto', title: t.shell.account, icon: 'user' as const, note: t.shell.goTo },
  ]
}

/** Texts of services mention each other: whose title has the words is meant. */
export function titledFirst<R extends { title: string }>(rows: R[], typed: string): R[] {
  return [...rows.filter(({ title }) => matches(title, typed)), ...rows.filter(({ title }) => !matches(title, typed))]
}

interface Reach {
  news: boolean
  events: boolean
  defects: boolean
  services: boolean
}

async function searched(q: string, { news, events, defects, services }: Reach): Promise<Hit[]> {
  const query = { params: { query: { q, page_size: MOST } } }
  const [items, dates, reports, entries] = await Promise.all([
    news ? staff.GET('/api/v1/staff/news', query) : undefined,
    events ? staff.GET('/api/v1/staff/events', query) : undefined,
    defects ? staff.GET('/api/v1/staff/defects', query) : undefined,
    services ? staff.GET('/api/v1/staff/services', { params: { query: { q, page_size: 50 } } }) : undefined,
  ])
  const found: Hit[] = []
  if (items?.ok) for (const { id, title, category } of items.data) found.push({ href: `/redaktion/nachrichten/${id}`, title, icon: 'news', note: category?.name })
  if (dates?.ok) for (const { id, title, place_name } of dates.data) found.push({ href: `/redaktion/termine/${id}`, title, icon: 'cal', note: place_name ?? undefined })
  if (reports?.ok) for (const { id, title, number, place } of reports.data) found.push({ href: `/redaktion/meldungen/${id}`, title: [title, place].filter(Boolean).join(', '), icon: 'warn', note: number })
  if (entries?.ok) for (const { id, title, situation } of titledFirst(entries.data, q).slice(0, MOST)) found.push({ href: `/redaktion/dienste/${id}`, title, icon: 'services', note: situation.name })
  return found
}

/** What matches by title, text or number, a moment after the last key. */
function useFound(typed: string, { news, events, defects, services }: Reach): Hit[] {
  const [hits, setHits] = useState<Hit[]>([])
  useEffect(() => {
    if (typed.trim().length < 2) {
      setHits([])
      return
    }
    let wanted = true
    const timer = setTimeout(async () => {
      const found = await searched(typed, { news, events, defects, services })
      if (wanted) setHits(found)
    }, PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [typed, news, events, defects, services])
  return hits
}

interface Props {
  open: boolean
  entries: Entry[]
  onClose(): void
}

export function Palette({ open, entries, onClose }: Props) {
  const { t } = useWords()
  return (
    <Dialog title={t.shell.searchLabel} open={open} onClose={onClose}>
      <Finder entries={entries} onClose={onClose} />
    </Dialog>
  )
}

function Finder({ entries, onClose }: Omit<Props, 'open'>) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const has = (name: Entry['word']) => entries.some(({ word }) => word === name)
  const found = useFound(typed, { news: has('news'), events: has('events'), defects: has('defects'), services: has('services') })
  const hits = [...places(entries, t).filter(({ title }) => matches(title, typed)), ...found]
  const chosen = Math.min(at, hits.length - 1)
  const go = (hit: Hit | undefined) => {
    if (hit === undefined) return
    onClose()
    navigate(hit.href)
  }
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(hits[chosen])
    else if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, hits.length))
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + hits.length) % Math.max(1, hits.length))
    else return
    event.preventDefault()
  }
  return (
    <>
      <div class="search-box">
        <Icon name="search" />
        <input
          data-first
          type="text"
          role="combobox"
          aria-label={t.shell.searchLabel}
          aria-expanded="true"
          aria-controls="palette-hits"
          aria-activedescendant={hits.length > 0 ? `palette-${chosen}` : undefined}
          aria-autocomplete="list"
          autocomplete="off"
          placeholder={t.shell.searchPlaceholder}
          value={typed}
          onInput={(event) => (setTyped(event.currentTarget.value), setAt(0))}
          onKeyDown={steer}
        />
      </div>
      <p class="sr-only" role="status">
        {typed !== '' && t.shell.found(hits.length)}
      </p>
      <ul class="palette-hits" id="palette-hits" role="listbox" aria-label={t.shell.search}>
        {hits.map((hit, index) => (
          <li
            key={hit.href + hit.title}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => go(hit)}
            onPointerMove={() => setAt(index)}
          >
            <Icon name={hit.icon} />
            <span>{hit.title}</span>
            {hit.note && <span class="muted">{hit.note}</span>}
          </li>
        ))}
      </ul>
      {hits.length === 0 && (
        <p class="palette-none">
          <strong>{t.shell.searchNothing(typed)}</strong> {t.shell.searchHelp}
        </p>
      )}
    </>
  )
}
