// SPDX-License-Identifier: EUPL-1.2
/** The service as residents will see it: their own page, on a phone. */

import { useMemo } from 'preact/hooks'
import type { ServiceDetail } from '../../../api/types'
import { useTexts } from '../../../i18n'
import { dayOf } from '../../../i18n/dates'
import detailStyles from '../../../services/detail.scss?url'
import type { Home } from '../../../services/home'
import { ServiceHead, ServiceView } from '../../../services/service-view'
import { FrameContext, Page } from '../../../ui/frame'
import { FRAME, Phone } from '../../compose/preview'
import { useWords } from '../../i18n'
import { useSession } from '../../session'
import { CODES, contentOf, moduleOf, type Content } from './content'
import { neededOf } from './needed'
import type { Thing } from './verbs'

interface Props {
  content: Content
  thing: Thing | undefined
  situations: { slug: string; name: string; icon: string }[]
}

export function ServicePreview({ content, thing, situations }: Props) {
  const { t } = useWords()
  const { t: resident } = useTexts()
  const { tenant, holidays } = useSession()
  const words = t.services.editor
  const service = useMemo(() => detailOf(content, thing, situations, words.parts, tenant.name), [content, thing, situations, words, tenant])
  const title = service.title || words.fresh
  const shown = useMemo(() => {
    const home: Home = { tenant, holidays, map: null, portal: null }
    return (
      <FrameContext.Provider value={FRAME}>
        <Page title="" heading={false} back={{ href: '/dienste', label: resident.tabs.services }}>
          <article class="article">
            <ServiceHead service={service} home={home} />
            <h1 lang={tenant.language}>{title}</h1>
            <ServiceView service={service} home={home} />
          </article>
        </Page>
      </FrameContext.Provider>
    )
  }, [service, title, tenant, holidays, resident])
  return (
    <>
      <Phone title={t.compose.previewOf(title)} styles={[detailStyles]}>
        {shown}
      </Phone>
      <p class="muted phone-hint">{t.compose.previewHint}</p>
    </>
  )
}

/** Where it leads once these words are published. Whether a new address works is found later. */
function onwardOf(url: string, thing: Thing | undefined): ServiceDetail['online'] {
  if (thing !== undefined && url === (thing.content.url ?? '')) return thing.preview.online
  const typed = url !== '' && { url, level: 'own' as const, portal: new URL(url).hostname.replace(/^www\./, '') }
  const led = typed || thing?.links.find(({ level, state }) => level !== 'own' && state !== 'broken')
  return led ? { url: led.url, title: '', portal: led.portal, owner: null, level: led.level, leaves: true, trust_level: null, payment: null } : null
}

/** What residents read now, with the words of this moment laid over it. */
function detailOf(content: Content, thing: Thing | undefined, situations: Props['situations'], names: Record<string, string>, town: string): ServiceDetail {
  const before = thing?.preview
  const saved = thing && contentOf(thing)
  const needed = moduleOf('08')
  const codes = [...CODES, ...Object.keys(content).map((field) => field.replace('module-', '')).filter((code) => /^\d\d$/.test(code) && !(CODES as readonly string[]).includes(code))]
  return {
    id: before?.id ?? '',
    title: content.title,
    title_formal: before?.title_formal ?? '',
    teaser: content.teaser || (before?.teaser ?? ''),
    situation: situations.find(({ slug }) => slug === content.situation) ?? before?.situation ?? { slug: '', name: '', icon: 'services' },
    leika_key: before?.leika_key ?? null,
    modules: codes.flatMap((code) => {
      const html = content[moduleOf(code)]
      return html ? [{ code, title: before?.modules.find((each) => each.code === code)?.title ?? names[moduleOf(code)] ?? '', html }] : []
    }),
    requirements: before && content[needed] === saved?.[needed] ? before.requirements : neededOf(content[needed] ?? ''),
    fees: content.fees === '' ? null : { text: content.fees },
    duration: content.duration || null,
    deadlines: content.deadlines || null,
    forms: content.forms.map(({ label, url }) => ({ title: label, url, kind: /\.pdf$/i.test(url) ? 'pdf' : 'web', pages: null, bytes: null })),
    links: content.links.map(({ label, url }) => ({ title: label, url })),
    online: onwardOf(content.url, thing),
    offices: before?.offices.filter(({ id }) => content.offices.includes(id)) ?? [],
    responsible: before?.responsible ?? null,
    source: before?.source ?? { kind: 'own', name: town, url: null },
    stand: before?.stand ?? dayOf(new Date()),
    languages: before?.languages ?? ['de'],
    language: 'de',
  }
}
