// SPDX-License-Identifier: EUPL-1.2
/** Step two: where it is. On a map under a fixed pin, or in words, which is equal. */

import { useState } from 'preact/hooks'
import type { Bootstrap, DefectArea, DefectCategory, DefectPoint } from '../../api/types'
import { useTexts } from '../../i18n'
import type { Cached } from '../../offline/cached'
import { ErrorSummary } from '../../ui/form/errors'
import { TextArea } from '../../ui/form/fields'
import { navigate } from '../../ui/router'
import { Sheet } from '../../ui/sheet'
import type { Drafting } from './draft'
import { NearList, useNear } from './near'
import { PlacePicker } from './place-picker'
import { proposals } from './places'
import { MainButton, StepPage } from './step'
import { addressOf } from './steps'
import { useReportWords } from './words'

interface Props {
  boot: Bootstrap
  drafting: Drafting
  category: DefectCategory | undefined
  area: Cached<DefectArea>
  points: Cached<DefectPoint[]>
  /** Where the photo was taken, if that was asked for. */
  proposed: boolean
}

export function PlaceStep(props: Props) {
  const [described, setDescribed] = useState(props.drafting.draft.described && !props.proposed)
  return described ? <InWords {...props} onMap={() => setDescribed(false)} /> : <OnMap {...props} onWords={() => setDescribed(true)} />
}

function OnMap({ boot, drafting, category, area, points, proposed, onWords }: Props & { onWords(): void }) {
  const { t } = useTexts()
  const words = useReportWords()
  const { draft, set } = drafting
  const near = useNear(draft.spot, category, points.data)
  const [open, setOpen] = useState(false)
  const go = (): void => {
    setOpen(false)
    navigate(addressOf('photo'))
  }
  const take = (): void => {
    set({ placed: true, described: false })
    if (near.length > 0) setOpen(true)
    else go()
  }
  return (
    <StepPage step="place" title={words.place.title} drafting={drafting}>
      <PlacePicker
        boot={boot}
        drafting={drafting}
        area={area.data}
        points={points.data}
        proposed={proposed}
        near={near.length}
        onNear={() => setOpen(true)}
        onTake={take}
        onWords={onWords}
      />
      <Sheet title={words.near.title} close={t.close} open={open} onClose={() => setOpen(false)}>
        {open && draft.spot && <NearList boot={boot} spot={draft.spot} category={draft.category?.code ?? ''} points={near} drafting={drafting} onOther={draft.placed ? go : undefined} />}
      </Sheet>
    </StepPage>
  )
}

function InWords({ boot, drafting, area, onMap }: Props & { onMap(): void }) {
  const words = useReportWords()
  const { draft, set } = drafting
  const [round, setRound] = useState(0)
  const wrong = round > 0 && draft.address.trim() === ''
  const take = (): void => {
    setRound(round + 1)
    if (draft.address.trim() === '') return
    set({ spot: null, placed: true, described: true })
    navigate(addressOf('photo'))
  }
  return (
    <StepPage
      step="place"
      title={words.place.title}
      wrong={wrong}
      drafting={drafting}
      actions={
        <>
          <MainButton label={words.place.take} onPress={take} />
          <button type="button" class="kern-btn kern-btn--tertiary kern-btn--block" onClick={onMap}>
            <span class="kern-label">{words.place.toMap}</span>
          </button>
        </>
      }
    >
      <div class="form">
        <ErrorSummary round={round} title={words.missing(1)} items={wrong ? [{ field: 'address', text: words.place.empty }] : []} />
        <TextArea
          id="address"
          rows={3}
          maxLength={200}
          label={words.place.describeLabel}
          hint={words.place.describeHint}
          value={draft.address}
          error={wrong ? words.place.empty : undefined}
          onInput={(address) => set({ address })}
        />
        <ul class="named" role="list" aria-label={words.place.suggestions}>
          {proposals(area.data?.places ?? [], draft.address).map(({ name }) => (
            <li key={name}>
              <button
                type="button"
                class="chip"
                lang={boot.tenant.language}
                onClick={() => {
                  set({ address: `${name}, ` })
                  document.getElementById('address')?.focus()
                }}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </StepPage>
  )
}
