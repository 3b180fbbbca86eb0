// SPDX-License-Identifier: EUPL-1.2
/** Where something comes from by itself: the state of each import in words, and fetching now. */

import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Answer } from '../../api/staff'
import type { components } from '../../api/schema'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { useLoad, type Loaded } from '../ui/load'
import { say } from '../ui/toasts'

type Source = components['schemas']['StaffSource']

interface Props<S extends Source> {
  /** Names the list among all that was read. */
  name: string
  words: { items(count: number): string; empty: string }
  load(): Promise<Answer<S[]>>
  run(id: string): Promise<Answer<unknown>>
  /** What else there is to say of a source, below its line. */
  more?(source: S, list: Loaded<S[]>): ComponentChildren
}

const LOOK_AGAIN_MS = 2000

export function SourceList<S extends Source>({ name, words, load, run, more }: Props<S>) {
  const { t } = useWords()
  const sources = useLoad(name, load)
  const { data, reload } = sources
  const running = data?.some((source) => source.running) === true
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void reload(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [running, reload])
  const fetchNow = async ({ id, name: called }: Source) => {
    const answer = await run(id)
    say(answer.ok ? t.publishing.source.started(called) : t.publishing.failed)
    await reload()
  }
  return (
    <Gate of={sources}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty icon="feed" title={t.publishing.source.emptyTitle} text={words.empty} />
        ) : (
          <ul class="rows" role="list">
            {rows.map((source) => (
              <SourceRow key={source.id} source={source} items={words.items(source.items)} onRun={() => void fetchNow(source)}>
                {more?.(source, sources)}
              </SourceRow>
            ))}
          </ul>
        )
      }
    </Gate>
  )
}

function stateOf(source: Source, words: ReturnType<typeof useWords>['t']['publishing']['source'], when: (iso: string) => string): string {
  if (source.running) return words.running
  if (!source.active) return ''
  if (source.last_error !== null) return source.last_success_at === null ? words.neverOk : words.since(when(source.last_success_at))
  return source.last_success_at === null ? words.never : words.ok(when(source.last_success_at))
}

function SourceRow({ source, items, onRun, children }: { source: Source; items: string; onRun(): void; children: ComponentChildren }) {
  const { t, language } = useWords()
  const words = t.publishing.source
  const reasons: Record<string, string> = words.reasons
  const when = (iso: string) => momentWords(new Date(iso), new Date(), language)
  const trouble = source.last_error !== null && source.active
  return (
    <li class="row source-row">
      <div class="row-words">
        <h2>{source.name}</h2>
        <p class="row-line">{items} · {source.url}</p>
        {trouble && <p class="row-line source-trouble">{reasons[source.last_error?.reason ?? ''] ?? reasons['unexpected']}</p>}
        {children}
      </div>
      <div class="row-state">
        <Badge tone={trouble ? 'red' : source.active ? 'good' : 'neutral'} icon={trouble ? 'alert' : source.active ? 'check' : 'hidden'}>
          {trouble ? words.trouble : source.active ? words.good : words.off}
        </Badge>
        <p class="row-line">{stateOf(source, words, when)}</p>
      </div>
      {source.active && (
        <Button small icon="refresh" busy={source.running} label={`${words.run}: ${source.name}`} onPress={onRun}>
          {words.run}
        </Button>
      )}
    </li>
  )
}
