// SPDX-License-Identifier: EUPL-1.2
/** Dienste: the directory with its search, a situation in life, or everything from A to Z, as the address says. */

import { useEffect } from 'preact/hooks'
import type { Bootstrap } from '../api/types'
import { useTexts } from '../i18n'
import { Page } from '../ui/frame'
import { Rows } from '../ui/list'
import { usePlace } from '../ui/router'
import { SearchField } from '../ui/search-field'
import { Gate, Skeleton, StateNote } from '../ui/states'
import { FromAToZ } from './a-z'
import { readAheadTop } from './ahead'
import { choiceOf } from './choice'
import type { Directory } from './directory'
import { Overview } from './overview'
import { Results } from './results'
import { ServiceRow } from './rows'
import './services.scss'
import { useDirectory, useFind } from './use-directory'
import { useTyped } from './use-typed'
import { useWords } from './words'

const SHORTEST = 2

export function ServicesPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  const choice = choiceOf(usePlace().query)
  const directory = useDirectory()
  const find = useFind(directory.data)
  const typing = useTyped(choice.query)
  const lang = boot.tenant.language
  useEffect(() => void readAheadTop(), [])
  const gate = { of: directory, words: t.gate, phone: boot.tenant.phone, skeleton: <Skeleton rows={5} label={t.gate.loading} /> }
  if (choice.situation !== '' || choice.all) {
    const situation = directory.data?.situations.find(({ slug }) => slug === choice.situation)
    return (
      <Page title={choice.all ? words.allTitle : (situation?.name ?? words.title)} back={{ href: '/dienste', label: words.title }} storedAt={directory.storedAt}>
        <Gate {...gate}>{(found) => (choice.all ? <FromAToZ directory={found} lang={lang} /> : <Situation slug={choice.situation} directory={found} lang={lang} />)}</Gate>
      </Page>
    )
  }
  const query = typing.text.trim()
  return (
    <Page title={words.title} storedAt={directory.storedAt} wide>
      <div class="services-search">
        <SearchField
          key={typing.round}
          label={words.search}
          placeholder={words.placeholder}
          submit={t.search.submit}
          clear={t.search.clear}
          action="/dienste"
          value={typing.given}
          onType={typing.type}
          onSearch={typing.settle}
        />
      </div>
      <Gate {...gate}>
        {(found) =>
          query.length < SHORTEST ? (
            <Overview boot={boot} directory={found} />
          ) : (
            <div class="services-results" onClickCapture={() => typing.settle(query)}>
              <Results boot={boot} find={find} query={query} />
            </div>
          )
        }
      </Gate>
    </Page>
  )
}

function Situation({ slug, directory, lang }: { slug: string; directory: Directory; lang: string }) {
  const words = useWords()
  const services = directory.services.filter(({ situation }) => situation.slug === slug)
  if (services.length === 0) return <StateNote icon="services" title={words.emptyTitle} text={words.noSituation} />
  return (
    <>
      <p class="meta services-count">{words.services(services.length)}</p>
      <Rows>
        {services.map((service) => (
          <ServiceRow key={service.id} service={service} lang={lang} />
        ))}
      </Rows>
    </>
  )
}
