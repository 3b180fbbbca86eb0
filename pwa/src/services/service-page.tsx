// SPDX-License-Identifier: EUPL-1.2
/** One service: what it is, what one needs, where it leads, whom to see. */

import type { Bootstrap, ServiceDetail } from '../api/types'
import { useTexts } from '../i18n'
import { useCached, type Cached } from '../offline/cached'
import { keepService, releaseService, useKeptServices } from '../offline/kept-services'
import { Page } from '../ui/frame'
import { Icon } from '../ui/icon'
import { navigate, usePlace } from '../ui/router'
import { Segment } from '../ui/segment'
import { Share } from '../ui/share'
import { Gate, Skeleton, StateNote } from '../ui/states'
import { toast } from '../ui/toast'
import './detail.scss'
import { useWords } from './detail-words'
import { homeOf } from './home'
import { ServiceHead, ServiceView } from './service-view'
import { useDirectory } from './use-directory'

export function ServicePage({ boot, id }: { boot: Bootstrap; id: string }) {
  const { t, language } = useTexts()
  const words = useWords()
  // Whoever reads the app in another language wants the text in it, too.
  const asked = usePlace().query.get('sprache') ?? ''
  const wanted = /^[a-z]{2}$/.test(asked) ? asked : language
  const service = useService(id, wanted)
  const unread = service.state === 'offline' && service.data === undefined
  const brief = useDirectory(unread).data?.services.find((entry) => entry.id === id)
  const kept = useKeptServices().some((each) => each.id === id)
  const back = { href: '/dienste', label: words.services }
  if (service.state === 'missing')
    return (
      <Page title={words.gone.title} heading={false} back={back}>
        <StateNote icon="services" title={words.gone.title} text={words.gone.text} announce alone>
          <a class="kern-btn kern-btn--secondary kern-btn--block" href="/dienste">
            <span class="kern-label">{words.gone.all}</span>
          </a>
          {/* Nowhere else could one let go of it. */}
          {kept && (
            <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={() => releaseService(id)}>
              <span class="kern-label">{words.keep.release}</span>
            </button>
          )}
        </StateNote>
      </Page>
    )
  const known = service.data
  const title = known?.title ?? brief?.title ?? words.fallbackTitle
  const home = homeOf(boot)
  return (
    <Page title={title} heading={false} back={back} storedAt={service.storedAt} action={known && <Share title={title} words={t.article} />}>
      <article class="article">
        {known && <ServiceHead service={known} home={home} />}
        {/* One and the same element before and after the answer: it has the focus after a move. */}
        <h1 tabIndex={-1} lang={known?.language ?? (brief && boot.tenant.language)}>
          {title}
        </h1>
        {brief?.teaser && (
          <p class="lead" lang={boot.tenant.language}>
            {brief.teaser}
          </p>
        )}
        <Gate of={service} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={2} label={t.gate.loading} text />}>
          {(found) => (
            <>
              <Languages service={found} />
              <ServiceView service={found} home={home} kept>
                <Keep service={found} />
              </ServiceView>
            </>
          )}
        </Gate>
      </article>
    </Page>
  )
}

/** In the wanted language; without a network also in German, which is what was read ahead. */
function useService(id: string, wanted: string): Cached<ServiceDetail> {
  const path = `/api/v1/services/${encodeURIComponent(id)}` as const
  const found = useCached<ServiceDetail>('service', wanted === 'de' ? path : `${path}?language=${wanted}`)
  const missed = found.state === 'offline' && found.data === undefined && wanted !== 'de'
  const german = useCached<ServiceDetail>(missed ? 'service' : null, path)
  return missed && german.data !== undefined ? german : found
}

/** The languages that the text exists in; says so where the app speaks another one. */
function Languages({ service: { languages, language } }: { service: ServiceDetail }) {
  const words = useWords()
  if (languages.length < 2) return language === 'de' && words.onlyGerman ? <p class="note service-language">{words.onlyGerman}</p> : null
  return (
    <div class="service-language">
      <Segment
        legend={words.textLanguage}
        quiet
        value={language}
        choices={languages.map((code) => ({ value: code, label: words.languageNames[code] ?? code }))}
        onChoose={(code) => navigate(`?sprache=${code}`, { replace: true })}
      />
    </div>
  )
}

function Keep({ service: { id, title } }: { service: ServiceDetail }) {
  const words = useWords().keep
  const kept = useKeptServices().some((each) => each.id === id)
  const toggle = (): void => {
    if (kept) releaseService(id)
    else if (!keepService({ id, title })) return toast(words.full, 'info')
    toast(kept ? words.removed : words.added)
  }
  return (
    <li>
      <button type="button" class="row" aria-pressed={kept} onClick={toggle}>
        <Icon name={kept ? 'check' : 'heart'} />
        <span class="row-words">
          <span class="row-label">{kept ? words.on : words.off}</span>
        </span>
      </button>
    </li>
  )
}
