// SPDX-License-Identifier: EUPL-1.2
/** Where news or events come from by themselves: the state of each import in words, and fetching now. */

import { useEffect } from 'preact/hooks'
import type { Answer } from '../../api/staff'
import type { components } from '../../api/schema'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { useLoad } from '../ui/load'
import { ListPage } from '../ui/page'
import { say } from '../ui/toasts'

type Source = components['schemas']['StaffSource']

interface Props {
  /** The list that the sources fill. */
  back: { href: string; label: string }
  words: { sub: string; items(count: number): string; empty: string }
  load(): Promise<Answer<Source[]>>
  run(id: string): Promise<Answer<unknown>>
}

const LOOK_AGAIN_MS = 2000

export function SourcesPage({ back, words, load, run }: Props) {
  const { t } = useWords()
  const sources = useLoad(`${back.href}/sources`, load)
  const { data, reload } = sources
  const running = data?.some((source) => source.running) === true
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void reload(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [running, reload])
  const fetchNow = async ({ id, name }: Source) => {
    const answer = await run(id)
    say(answer.ok ? t.publishing.source.started(name) : t.publishing.failed)
    await reload()
  }
  return (
    <ListPage title={t.publishing.source.title} sub={words.sub} action={<Button icon="back" href={back.href}>{back.label}</Button>}>
      <Gate of={sources}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="feed" title={t.publishing.source.emptyTitle} text={words.empty} />
          ) : (
            <ul class="rows" role="list">
              {rows.map((source) => (
                <SourceRow key={source.id} source={source} items={words.items(source.items)} onRun={() => void fetchNow(source)} />
              ))}
            </ul>
          )
        }
      </Gate>
    </ListPage>
  )
}

function stateOf(source: Source, words: ReturnType<typeof useWords>['t']['publishing']['source'], when: (iso: string) => string): string {
  if (source.running) return words.running
  if (!source.active) return ''
  if (source.last_error !== null) return source.last_success_at === null ? words.neverOk : words.since(when(source.last_success_at))
  return source.last_success_at === null ? words.never : words.ok(when(source.last_success_at))
}

function SourceRow({ source, items, onRun }: { source: Source; items: string; onRun(): void }) {
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
