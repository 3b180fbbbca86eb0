// SPDX-License-Identifier: EUPL-1.2
/** One service as residents read it; the editor's preview shows the same. Loads nothing, keeps nothing but ticks. */

import type { ComponentChildren } from 'preact'
import type { ServiceDetail } from '../api/types'
import { useTexts } from '../i18n'
import { dayAt, longDay } from '../i18n/dates'
import { hostOf } from '../ui/host'
import { Icon, type IconName } from '../ui/icon'
import { Row, Rows } from '../ui/list'
import { Prose } from '../ui/prose'
import { briefly, linesOf, saysTheSame } from './brief'
import { Needed, TO_BRING } from './checklist'
import { useWords } from './detail-words'
import type { Home } from './home'
import { addressLine, OfficeCard } from './office-parts'
import { Onward } from './onward'

interface Props {
  service: ServiceDetail
  home: Home
}

/** What is closed at first: the legal basis, the remedy, who wrote it. */
const SELDOM = ['07', '25', '18']
const WHO = ['22', '23']
const IN_BRIEF = '05'
/** As many offices stand there whole. */
const WHOLE = 2

export function ServiceHead({ service, home }: Props) {
  const { t } = useTexts()
  return (
    <p class="kicker">
      <span lang={home.tenant.language}>{service.situation.name}</span>
      {home.tenant.demo && service.source.kind === 'own' && <span class="badge">{t.article.demo}</span>}
    </p>
  )
}

/** All but the title. `children` stand where one keeps it. */
export function ServiceView({ service, home, kept = false, children }: Props & { kept?: boolean; children?: ComponentChildren }) {
  const words = useWords()
  const { language, online } = service
  const long = service.modules.filter(
    ({ code, html }) => code !== TO_BRING && !SELDOM.includes(code) && !WHO.includes(code) && !(code === IN_BRIEF && saysTheSame(html, service.teaser)),
  )
  return (
    <div class="service">
      {service.teaser && (
        <p class="lead" lang={language}>
          {service.teaser}
        </p>
      )}
      <Facts service={service} />
      {online && <Onward link={online} home={home} lang={language} />}
      <Needed key={service.id + language} service={service} kept={kept} />
      {(service.forms.length > 0 || children) && (
        <ul class="card rows service-rows" role="list">
          {service.forms.map((form) => (
            <Form key={form.url} form={form} lang={language} />
          ))}
          {children}
        </ul>
      )}
      <LongFacts service={service} />
      <Offices service={service} home={home} />
      {long.map(({ code, title, html }) => (
        <section key={code}>
          <h2 lang={language}>{title}</h2>
          <div lang={language}>
            <Prose html={html} />
          </div>
        </section>
      ))}
      {service.links.length > 0 && (
        <section>
          <h2>{words.links}</h2>
          <ul class="plain-links" role="list" lang={language}>
            {service.links.map(({ title, url }) => (
              <li key={url}>
                <a class="tall" href={url} rel="noopener">
                  {title || hostOf(url)}
                  <Icon name="ext" size={17} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {service.modules
        .filter(({ code }) => SELDOM.includes(code))
        .map(({ code, title, html }) => (
          <details key={code} class="seldom" lang={language}>
            <summary>{title}</summary>
            <Prose html={html} />
          </details>
        ))}
      <Source service={service} />
    </div>
  )
}

function factsOf({ fees, duration, deadlines }: ServiceDetail, words: ReturnType<typeof useWords>): [IconName, string, string][] {
  const all: [IconName, string, string | null | undefined][] = [
    ['euro', words.cost, fees?.text],
    ['clock', words.duration, duration],
    ['cal', words.deadline, deadlines],
  ]
  return all.flatMap(([icon, name, html]): [IconName, string, string][] => (html && linesOf(html).length > 0 ? [[icon, name, html]] : []))
}

/** What can be said in a few words. */
function Facts({ service }: { service: ServiceDetail }) {
  const words = useWords()
  const cards = factsOf(service, words).flatMap(([icon, name, html]) => {
    const said = briefly(html)
    return said === null ? [] : [{ icon, name, head: said[0], rest: said[1] }]
  })
  if (cards.length === 0) return null
  return (
    <dl class="fact-cards">
      {cards.map(({ icon, name, head, rest }) => (
        <div key={name} class="card">
          <dt>
            <Icon name={icon} size={20} />
            {name}
          </dt>
          <dd lang={service.language}>
            <strong>{head}</strong> {rest && <span class="meta">{rest}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function LongFacts({ service }: { service: ServiceDetail }) {
  const words = useWords()
  return (
    <>
      {factsOf(service, words)
        .filter(([, , html]) => briefly(html) === null)
        .map(([, name, html]) => (
          <section key={name}>
            <h2>{name}</h2>
            <div lang={service.language}>
              <Prose html={html} />
            </div>
          </section>
        ))}
    </>
  )
}

function Form({ form, lang }: { form: ServiceDetail['forms'][number]; lang: string }) {
  const words = useWords().form
  const parts =
    form.kind === 'pdf'
      ? ['PDF', form.pages !== null && words.pages(form.pages), form.bytes !== null && `${Math.max(1, Math.round(form.bytes / 1024))}\u00a0KB`, hostOf(form.url)]
      : [words.web(hostOf(form.url))]
  return <Row icon="doc" href={form.url} rel="noopener" label={form.title || hostOf(form.url)} hint={parts.filter(Boolean).join(' · ')} lang={lang} />
}

function Offices({ service, home }: Props) {
  const words = useWords()
  const { offices, responsible, modules } = service
  const texts = modules.filter(({ code }) => WHO.includes(code))
  const above = responsible === null ? '' : words.responsible[responsible.level]
  return (
    <>
      {(offices.length > 0 || texts.length > 0) && (
        <section>
          <h2>{words.responsible.title}</h2>
          {above && <p class="above-office">{above}</p>}
          {texts.map(({ code, html }) => (
            <div key={code} lang={service.language} class="between">
              <Prose html={html} />
            </div>
          ))}
          {offices.slice(0, WHOLE).map((office) => (
            <OfficeCard key={office.id} office={office} home={home} heading={<a href={`/dienste/aemter/${office.id}`}>{office.name}</a>} />
          ))}
        </section>
      )}
      {offices.length === 0 && (
        <section>
          <h2>{words.responsible.ask}</h2>
          <Rows>
            <Row icon="clock" href="/dienste/aemter" label={words.offices.title} />
          </Rows>
        </section>
      )}
      {offices.length > WHOLE && (
        <section>
          <h2>{words.responsible.more}</h2>
          <Rows>
            {offices.slice(WHOLE).map((office) => (
              <Row key={office.id} icon="services" href={`/dienste/aemter/${office.id}`} label={office.name} hint={addressLine(office)} lang={home.tenant.language} />
            ))}
          </Rows>
        </section>
      )}
    </>
  )
}

function Source({ service: { source, stand } }: { service: ServiceDetail }) {
  const { language } = useTexts()
  const words = useWords()
  return (
    <p class="meta stand">
      {source.kind === 'land' ? words.general : words.source(source.name)}
      {stand !== null && ` · ${words.asOf(longDay(dayAt(stand), language))}`}
    </p>
  )
}
