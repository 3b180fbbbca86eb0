// SPDX-License-Identifier: EUPL-1.2
/** What a search in the directory finds, grouped, with what was typed marked; the count is announced. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Bootstrap } from '../api/types'
import { useTexts } from '../i18n'
import { Icon } from '../ui/icon'
import { Row, Rows } from '../ui/list'
import { telOf } from '../ui/phone'
import { Skeleton, StateNote } from '../ui/states'
import { ALL } from './choice'
import { OfficeNameRow, ServiceRow } from './rows'
import type { Find, Found } from './search'
import { useWords } from './words'

/** As many rows as a phone draws with each letter. */
const AT_FIRST = 12
/** A screen reader hears the count once one rests, not with every letter. */
const REST_MS = 600

interface Props {
  boot: Bootstrap
  find: Find | null | undefined
  query: string
  /** Whether the search over everything is a way on. */
  everywhere?: boolean
}

export function Results({ boot, find, query, everywhere = true }: Props) {
  const { t } = useTexts()
  const words = useWords()
  const found = useMemo(() => find?.(query), [find, query])
  if (find === null) return <StateNote icon="offline" title={t.gate.neverTitle} text={t.gate.never} announce />
  if (found === undefined) return <Skeleton label={t.gate.loading} />
  const count = found.services.length + found.offices.length
  return (
    <>
      <Said text={count === 0 ? words.noneTitle : found.similar ? words.similar(query) : words.found(count, query)} visible={count > 0} />
      {count === 0 ? (
        <StateNote icon="search" title={words.noneTitle} text={words.none(query)}>
          <a class="kern-btn kern-btn--secondary kern-btn--block" href={ALL}>
            <span class="kern-label">{words.all}</span>
          </a>
        </StateNote>
      ) : (
        <Groups found={found} query={query} lang={boot.tenant.language} />
      )}
      {everywhere && (
        <Rows>
          <Row icon="search" label={words.everywhere} href={`/suche?q=${encodeURIComponent(query)}`} />
        </Rows>
      )}
      {boot.tenant.phone !== null && (
        <p class="meta services-end">
          {words.notFound}{' '}
          <a class="tall" href={telOf(boot.tenant.phone)}>
            {words.call}
          </a>
        </p>
      )}
    </>
  )
}

function Said({ text, visible }: { text: string; visible: boolean }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <>
      {visible && (
        <p class="meta found" aria-hidden="true">
          {text}
        </p>
      )}
      <p class="sr-only" role="status">
        {said}
      </p>
    </>
  )
}

function Groups({ found, query, lang }: { found: Found; query: string; lang: string }) {
  const words = useWords()
  // By the query, not by a key: rows that stay with the next letter are not drawn anew.
  const [all, setAll] = useState<string>()
  const shown = all === query ? Infinity : AT_FIRST
  const list = useRef<HTMLElement>(null)
  // The button is gone once it is pressed: whoever uses the keyboard goes on where the new rows begin.
  useEffect(() => list.current?.querySelectorAll<HTMLElement>('a.row')[AT_FIRST]?.focus({ preventScroll: true }), [all])
  return (
    <>
      {found.services.length > 0 && (
        <section ref={list}>
          <h2 class="small-head">{words.foundServices}</h2>
          <Rows>
            {found.services.slice(0, shown).map(({ service, by }) => (
              <ServiceRow key={service.id} service={service} by={by} lang={lang} query={query} />
            ))}
          </Rows>
          {found.services.length > shown && (
            <p class="buttons">
              <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={() => setAll(query)}>
                <Icon name="plus" size={20} />
                <span class="kern-label">{words.further}</span>
              </button>
            </p>
          )}
        </section>
      )}
      {found.offices.length > 0 && (
        <section>
          <h2 class="small-head">{words.foundOffices}</h2>
          <Rows>
            {found.offices.slice(0, shown).map((office) => (
              <OfficeNameRow key={office.id} office={office} lang={lang} query={query} />
            ))}
          </Rows>
        </section>
      )}
    </>
  )
}
