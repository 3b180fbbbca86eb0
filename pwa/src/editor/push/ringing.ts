// SPDX-License-Identifier: EUPL-1.2
/** The notification that shall leave with an item, kept on this device beside its draft. Draws nothing. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { draftPrefix, drafts } from '../compose/drafts'
import type { Loaded } from '../ui/load'
import { useSession } from '../session'
import { useAudience } from './api'
import { isGreat, lacksOf, NO_PLAN, URGENT, wishOf, type Audience, type Plan, type Wish } from './model'

interface Item {
  title: string
  teaser: string
  publish_at: string | null
  urgent: boolean
  /** Who hears of it. */
  topics: string[]
  /** Who would hear of it were it urgent; nobody, where that is no question. */
  louder: string[]
}

export interface Ringing {
  /** The municipality has notifications at all. */
  available: boolean
  plan: Plan
  wish: Wish | null
  topics: string[]
  audience: Loaded<Audience>
  /** Whom it would reach were it urgent. */
  loudest: Loaded<Audience>
  change(part: Partial<Plan>): void
  lacks(): string[]
  /** Resolves false if somebody thinks better of it. */
  confirm(): Promise<boolean>
  /** Set while the number of devices is asked about. */
  asking: ((go: boolean) => void) | undefined
  /** It has left with the item: nothing is planned any more. */
  done(): void
}

export function useRinging(id: string, item: Item): Ringing {
  const { person, modules, can } = useSession()
  // Who writes for one organiser only lets no phones ring.
  const available = modules.includes('push') && can('EDITOR')
  const [plan, setPlan] = useState(NO_PLAN)
  const [asking, setAsking] = useState<{ answer(go: boolean): void }>()
  const key = `${draftPrefix(person.id)}ring:${id}`
  const touched = useRef(false)
  useEffect(() => {
    touched.current = false
    setPlan(NO_PLAN)
    void drafts.get<Plan>(key).then((kept) => {
      if (kept !== undefined && !touched.current) setPlan(kept.content)
    })
  }, [key])

  const { topics } = item
  const wish = available ? wishOf(plan, item) : null
  const at = item.publish_at !== null && Date.parse(item.publish_at) > Date.now() ? item.publish_at : null
  const audience = useAudience(wish === null ? [] : topics, item.urgent, at)
  const loudest = useAudience(wish === null || item.urgent ? [] : item.louder, true, at)
  const keep = (next: Plan) => {
    touched.current = true
    setPlan(next)
    void (next.on ? drafts.put(key, { content: next, base: null, at: Date.now() }) : drafts.remove(key))
  }
  const great = wish !== null && isGreat(topics.includes(URGENT), audience.data?.devices)
  return {
    available,
    plan,
    wish,
    topics,
    audience,
    loudest,
    change: (part) => keep({ ...plan, ...part }),
    lacks: () => (wish === null ? [] : lacksOf(wish, topics)),
    confirm: () =>
      great
        ? new Promise((done) => {
            setAsking({
              answer: (go) => {
                setAsking(undefined)
                done(go)
              },
            })
          })
        : Promise.resolve(true),
    asking: asking?.answer,
    done: () => keep(NO_PLAN),
  }
}
