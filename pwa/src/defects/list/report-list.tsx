// SPDX-License-Identifier: EUPL-1.2
/** The reports of a choice, newest change first; older ones follow on a press. */

import { useState } from 'preact/hooks'
import type { Bootstrap, DefectListItem } from '../../api/types'
import { useTexts } from '../../i18n'
import { useCached, type Cached } from '../../offline/cached'
import { More } from '../../ui/more'
import { remember } from '../../ui/router'
import { Gate, Skeleton, StateNote } from '../../ui/states'
import { useWords } from '../words'
import { isNarrowed, listRequest, type Choice } from './choice'
import { ReportRow } from './report-row'

interface Props {
  boot: Bootstrap
  choice: Choice
  first: Cached<DefectListItem[]>
  /** As many stand open as before, so that the position is the same on the way back. */
  pages: number
  onAll(): void
}

export function ReportList({ boot, choice, first, pages: before, onAll }: Props) {
  const { t } = useTexts()
  const words = useWords()
  const [pages, setPages] = useState(before)
  const total = first.total ?? 0
  const more = () => {
    setPages(pages + 1)
    remember({ pages: pages + 1 })
  }
  return (
    <>
      <p role="status" class={choice.query && total > 0 ? 'meta found' : 'sr-only'}>
        {total > 0 && choice.query ? words.foundFor(total, choice.query) : total > 0 && isNarrowed(choice) ? words.found(total) : ''}
      </p>
      <Gate of={first} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={4} label={t.gate.loading} />}>
        {(items) =>
          items.length === 0 ? (
            <Nothing choice={choice} onAll={onAll} />
          ) : (
            <>
              <ul class="card rows" role="list">
                {items.map((item) => (
                  <ReportRow key={item.id} item={item} lang={boot.tenant.language} />
                ))}
                {Array.from({ length: pages - 1 }, (_, index) => (
                  <Older key={index} boot={boot} choice={choice} page={index + 2} />
                ))}
              </ul>
              {first.nextPage != null && <Further choice={choice} pages={pages} onMore={more} />}
            </>
          )
        }
      </Gate>
      <p class="reports-end">
        <a class="tall" href="/maengel/meine" rel="nofollow">
          {words.mine}
        </a>
        <a class="tall" href="/maengel/zahlen">
          {words.numbers}
        </a>
      </p>
    </>
  )
}

function Older({ boot, choice, page }: Pick<Props, 'boot' | 'choice'> & { page: number }) {
  const { t } = useTexts()
  const older = useCached<DefectListItem[]>('defects', listRequest(choice, page))
  if (older.data !== undefined)
    return (
      <>
        {older.data.map((item) => (
          <ReportRow key={item.id} item={item} lang={boot.tenant.language} />
        ))}
      </>
    )
  return (
    <li>
      <Gate of={older} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={2} label={t.gate.loading} text />}>
        {() => null}
      </Gate>
    </li>
  )
}

function Further({ choice, pages, onMore }: { choice: Choice; pages: number; onMore(): void }) {
  const words = useWords()
  const last = useCached<DefectListItem[]>(pages > 1 ? 'defects' : null, listRequest(choice, pages))
  return <More last={last} pages={pages} words={[words.older, words.olderLoading]} onMore={onMore} />
}

function Nothing({ choice, onAll }: { choice: Choice; onAll(): void }) {
  const words = useWords()
  if (choice.query)
    return (
      <StateNote icon="search" title={words.noHitsTitle} text={words.noHits(choice.query)} announce>
        <a class="kern-btn kern-btn--secondary kern-btn--block" href={`/suche?q=${encodeURIComponent(choice.query)}`}>
          <span class="kern-label">{words.searchEverywhere}</span>
        </a>
      </StateNote>
    )
  return (
    <StateNote icon="report" title={words.emptyTitle} text={isNarrowed(choice) ? words.emptyChoice : words.empty} announce>
      {isNarrowed(choice) ? (
        <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={onAll}>
          <span class="kern-label">{words.showAll}</span>
        </button>
      ) : (
        <a class="kern-btn kern-btn--secondary kern-btn--block" href="/maengel/melden">
          <span class="kern-label">{words.minePage.report}</span>
        </a>
      )}
    </StateNote>
  )
}
