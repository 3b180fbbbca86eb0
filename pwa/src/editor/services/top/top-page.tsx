// SPDX-License-Identifier: EUPL-1.2
/** "Oft gesucht": what stands on top in the app, in the municipality's order. Saves itself; nobody is counted for it. */

import { useState } from 'preact/hooks'
import { ClashBox } from '../../compose/clash-box'
import { useSaving } from '../../compose/use-saving'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { Gate } from '../../ui/gate'
import { SaveStatus } from '../../ui/status'
import { say } from '../../ui/toasts'
import { ServicesFrame } from '../frame'
import { AddService } from './add-service'
import './top.scss'
import { keepTop, useTop, type Top, type TopItem } from './top'
import { TopList } from './top-list'

export function TopPage() {
  const top = useTop()
  return (
    <ServicesFrame tab="top">
      <Gate of={top}>{(data) => <Choice top={data} put={top.put} />}</Gate>
    </ServicesFrame>
  )
}

/** The chosen ones, or nothing while the Land's choice holds. */
interface Chosen {
  ids: string[]
}

function Choice({ top, put }: { top: Top; put(top: Top): void }) {
  const { t } = useWords()
  const words = t.offices.top
  const saving = useSaving<Chosen, Top>({
    thing: top,
    read: ({ own, items }) => ({ ids: own ? items.map(({ id }) => id) : [] }),
    save: ({ ids }, version) => keepTop(ids, version),
    sound: () => true,
    onSaved: put,
  })
  const { ids } = saving.content
  const [added, setAdded] = useState<TopItem[]>([])
  const known = new Map([...top.items, ...added].map((item) => [item.id, item]))
  const own = ids.length > 0
  const items = own ? ids.flatMap((id) => known.get(id) ?? []) : top.own ? [] : top.items
  const order = (next: TopItem[]) => saving.change({ ids: next.map(({ id }) => id) })
  const remove = (item: TopItem) => {
    setAdded((before) => [...before, item])
    order(items.filter(({ id }) => id !== item.id))
    say(words.removed(item.title), { undo: () => saving.change({ ids }) })
  }
  const reset = () => {
    setAdded((before) => [...before, ...items])
    saving.change({ ids: [] })
    say(words.wasReset, { undo: () => saving.change({ ids }) })
  }
  return (
    <section class="top-choice">
      <header>
        <p class="muted">{words.sub}</p>
        <SaveStatus state={saving.state} at={saving.at} />
      </header>
      <ClashBox conflicts={saving.conflicts} onSettle={saving.settle} label={() => words.label} />
      <AddService
        taken={items.map(({ id }) => id)}
        full={items.length >= top.most ? words.full(top.most) : undefined}
        onAdd={(item) => {
          setAdded((before) => [...before, item])
          order([...items, item])
        }}
      />
      <TopList items={items} onOrder={order} onRemove={remove} />
      <footer>
        <p class="muted">{own ? words.own : words.land}</p>
        {own && (
          <Button kind="plain" icon="undo" onPress={reset}>
            {words.reset}
          </Button>
        )}
      </footer>
    </section>
  )
}
