// SPDX-License-Identifier: EUPL-1.2
/** What stands on top of a report: number, place, and in one box how it stands. */

import { useMemo, useState } from 'preact/hooks'
import type { Bootstrap, Defect, DefectArea } from '../../api/types'
import { useTexts } from '../../i18n'
import { dayOf } from '../../i18n/dates'
import { useCached } from '../../offline/cached'
import { Icon } from '../../ui/icon'
import { PlaceMap } from '../../ui/place-map'
import { Light } from '../light'
import { dayOfYear } from '../line'
import { reasonWord, statusWord } from '../status'
import { useWords } from '../words'

export function DefectHead({ number }: { number: string }) {
  const words = useWords()
  return <p class="meta defect-number">{words.number(number)}</p>
}

type Located = Pick<Defect, 'place' | 'lat' | 'lon' | 'title'>

export function Place({ of, boot }: { of: Located; boot: Bootstrap }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const lang = boot.tenant.language
  const spot = of.lat !== null && of.lon !== null ? { lat: of.lat, lon: of.lon } : null
  if (of.place === null && spot === null) return null
  return (
    <div class="defect-place">
      <div>
        {of.place !== null && (
          <p>
            <Icon name="pin" size={20} />
            <span lang={lang}>{of.place}</span>
          </p>
        )}
        {spot && !open && (
          <button type="button" class="link-button" onClick={() => setOpen(true)}>
            {words.onMap}
          </button>
        )}
      </div>
      {spot && open && <Where spot={spot} name={of.place ?? of.title} boot={boot} />}
    </div>
  )
}

function Where({ spot, name, boot }: { spot: { lat: number; lon: number }; name: string; boot: Bootstrap }) {
  const words = useWords()
  const { data } = useCached<DefectArea>('defect-area', '/api/v1/defects/area')
  const border = useMemo(() => (data?.border ? { shape: data.border, source: data.attribution } : undefined), [data])
  // The border is all there is to see without tiles: it is waited for.
  if (boot.map === null && data === undefined) return null
  return <PlaceMap spot={spot} name={name} tiles={boot.map} border={border} words={words.placeMap} />
}

interface BoxProps {
  of: Omit<Defect, 'history' | 'text'>
  lang: string
  /** Its reporter knows more, and reads it elsewhere. */
  own: boolean
}

export function StatusBox({ of, lang, own }: BoxProps) {
  const { language } = useTexts()
  const words = useWords()
  const closed = dayOfYear(dayOf(new Date(of.updated_at)), language, true)
  const line =
    of.status === 'received'
      ? own
        ? ''
        : words.unpublished
      : of.status === 'scheduled' && of.expected_on !== null
        ? words.box.expected(dayOfYear(of.expected_on, language, true))
        : of.status === 'resolved'
          ? words.box.done(closed)
          : of.status === 'closed_unresolved' && of.reason !== null
            ? reasonWord(of.reason, language)
            : of.status === 'question' && !own
              ? words.box.question
              : ''
  return (
    <section class={`status-box status-${of.light}`}>
      <Light name={of.light} size={40} />
      <div>
        <p class="status-word" lang={of.status === 'forwarded' && of.forwarded_to !== null ? lang : undefined}>
          {statusWord(of, language)}
        </p>
        {line !== '' && <p>{line}</p>}
        {of.master && (
          <a class="tall" href={`/maengel/${of.master.id}`}>
            {words.master(of.master.number)}
          </a>
        )}
      </div>
    </section>
  )
}
