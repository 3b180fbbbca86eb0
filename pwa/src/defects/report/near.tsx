// SPDX-License-Identifier: EUPL-1.2
/** "Vielleicht schon bekannt?": what is known near by, and "Stört mich auch". From what is on the phone; the network adds pictures. */

import { useMemo, useState } from 'preact/hooks'
import { supportReport, type MarkAnswer } from '../../api/report-marks'
import type { Bootstrap, DefectCategory, DefectPoint, NearbyDefect } from '../../api/types'
import { useTexts } from '../../i18n'
import { dayOf } from '../../i18n/dates'
import { useCached } from '../../offline/cached'
import { deviceFor, keepSupport, useSupported } from '../../offline/marks'
import { rounded, type Spot } from '../../ui/geo'
import { Icon } from '../../ui/icon'
import { Picture } from '../../ui/picture'
import { navigate } from '../../ui/router'
import { Light } from '../light'
import { dayOfYear } from '../line'
import { statusWord } from '../status'
import type { Drafting } from './draft'
import { within } from './places'
import { useReportWords } from './words'

export type Near = DefectPoint & { distance: number }

const MOST = 5
/** What was finished longer ago is a new defect when it is broken again. */
const FINISHED_MS = 30 * 86_400_000

/** Known reports of this kind within its radius, the nearest first. */
export function useNear(spot: Spot | null, category: DefectCategory | undefined, points: DefectPoint[] | undefined): Near[] {
  return useMemo(() => {
    if (spot === null || category === undefined) return []
    const since = Date.now() - FINISHED_MS
    const alike = (points ?? []).filter(
      ({ category: code, light, updated_at }) => code === category.code && (light === 'red' || light === 'yellow' || Date.parse(updated_at) > since),
    )
    return within(alike, spot, category.radius).slice(0, MOST)
  }, [spot, category, points])
}

interface Props {
  boot: Bootstrap
  spot: Spot
  category: string
  points: Near[]
  drafting: Drafting
  /** Missing while the place is not taken yet. */
  onOther: (() => void) | undefined
}

export function NearList({ boot, spot, category, points, drafting, onOther }: Props) {
  const words = useReportWords().near
  const { lat, lon } = rounded(spot, 4)
  const more = useCached<NearbyDefect[]>('nearby', `/api/v1/defects/nearby?category=${encodeURIComponent(category)}&lat=${lat}&lon=${lon}`, false)
  const [supported, setSupported] = useState(false)
  // What repeats another report is known by the other one.
  const own = points.filter((point) => more.data?.find(({ id }) => id === point.id)?.status !== 'duplicate')
  return (
    <>
      <p>{words.text}</p>
      <ul class="near" role="list">
        {(own.length > 0 ? own : points).map((point) => (
          <NearRow key={point.id} point={point} more={more.data?.find(({ id }) => id === point.id)} lang={boot.tenant.language} onSupported={() => setSupported(true)} />
        ))}
      </ul>
      {onOther && (
        <div class="sheet-buttons">
          {supported && (
            <button
              type="button"
              class="kern-btn kern-btn--primary kern-btn--block"
              onClick={() => {
                void drafting.drop()
                navigate('/maengel')
              }}
            >
              <span class="kern-label">{words.done}</span>
            </button>
          )}
          <button type="button" class={`kern-btn kern-btn--block kern-btn--${supported ? 'secondary' : 'primary'}`} onClick={onOther}>
            <span class="kern-label">{words.other}</span>
          </button>
        </div>
      )}
    </>
  )
}

const TROUBLE: Record<Exclude<MarkAnswer['kind'], 'done'>, 'offline' | 'often' | 'gone'> = { unreachable: 'offline', often: 'often', gone: 'gone', refused: 'gone' }

function NearRow({ point, more, lang, onSupported }: { point: Near; more: NearbyDefect | undefined; lang: string; onSupported(): void }) {
  const { language } = useTexts()
  const words = useReportWords().near
  const supported = useSupported(point.id)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<'offline' | 'often' | 'gone'>()
  const support = async (): Promise<void> => {
    setBusy(true)
    const answer = await supportReport(point.id, deviceFor(point.id))
    setBusy(false)
    if (answer.kind !== 'done') return setTrouble(TROUBLE[answer.kind])
    setTrouble(undefined)
    keepSupport(point.id)
    onSupported()
  }
  return (
    <li class="card near-row">
      <div class="near-facts">
        <div>
          <h3 lang={lang}>
            <a href={`/maengel/${point.id}`}>{point.title}</a>
          </h3>
          <p class="meta" lang={lang}>
            {point.place}
          </p>
          <p class="near-light">
            <Light name={point.light} size={18} />
            <span>
              {more && `${statusWord(more, language)} · `}
              {words.metres(point.distance)}
              {more && ` · ${words.since(dayOfYear(dayOf(new Date(more.received_at)), language))}`}
            </span>
          </p>
        </div>
        {more?.photo && (
          <div class="thumb">
            <Picture image={more.photo} sizes="84px" decorative />
          </div>
        )}
      </div>
      {supported ? (
        <p class="near-done" role="status">
          <Icon name="check" size={20} />
          {words.thanks}
        </p>
      ) : (
        <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" aria-busy={busy} onClick={() => void (!busy && support())}>
          <Icon name="thumb" size={20} />
          <span class="kern-label">{words.support}</span>
        </button>
      )}
      <div role="alert">{trouble && <p class="failure">{words[trouble]}</p>}</div>
    </li>
  )
}
