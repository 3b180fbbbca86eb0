// SPDX-License-Identifier: EUPL-1.2
/** Step one: what is broken. A tap goes on. */

import type { Bootstrap, DefectCategory } from '../../api/types'
import { useTexts } from '../../i18n'
import type { Cached } from '../../offline/cached'
import { Page } from '../../ui/frame'
import { Icon, iconNamed } from '../../ui/icon'
import { Row, Rows } from '../../ui/list'
import { navigate } from '../../ui/router'
import { Gate, Skeleton, StateNote } from '../../ui/states'
import { toast } from '../../ui/toast'
import { Danger } from '../danger'
import { useMine } from '../mine'
import { isBegun, type Drafting } from './draft'
import { Troubles, type Adding } from './photos'
import { addressOf, hasContent, type Step } from './steps'
import { useReportWords } from './words'

interface Props {
  boot: Bootstrap
  drafting: Drafting
  categories: Cached<DefectCategory[]>
  /** Photos that another app has handed over. */
  adding: Adding
}

export function CategoryStep({ boot, drafting, categories, adding }: Props) {
  const { t } = useTexts()
  const words = useReportWords()
  const mine = useMine()
  const { draft, set } = drafting
  const lang = boot.tenant.language
  return (
    <Page title={words.title}>
      <p class="lead muted">{words.lead}</p>
      <Troubles of={adding.troubles} />
      <Begun drafting={drafting} lang={lang} />
      <Gate
        of={categories}
        words={t.gate}
        phone={boot.tenant.phone}
        skeleton={<Skeleton label={t.gate.loading} />}
        missing={<StateNote icon="report" title={words.noneTitle} text={words.none} />}
      >
        {(all) => (
          <ul class="kinds" role="list" aria-label={words.choose}>
            {all.map(({ code, name, icon, questions }) => (
              <li key={code}>
                <button
                  type="button"
                  class="kind card"
                  lang={lang}
                  aria-current={draft.category?.code === code ? 'true' : undefined}
                  onClick={() => {
                    // What was answered belongs to the questions of the other category.
                    set(draft.category?.code === code ? {} : { category: { code, name, icon, questions }, answers: {} })
                    navigate(addressOf('place'))
                  }}
                >
                  <Icon name={iconNamed(icon)} />
                  <span>{name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Gate>
      <Danger words={words}>
        <details>
          <summary>{words.notHere}</summary>
          <p>{words.notHereText}</p>
        </details>
      </Danger>
      <Rows>
        <Row icon="map" label={<strong>{words.known}</strong>} href="/maengel" />
        <Row icon="user" label={<strong>{words.mine}</strong>} href="/maengel/meine" rel="nofollow" {...(mine && mine.length > 0 && { badge: mine.length })} />
      </Rows>
    </Page>
  )
}

function nextStep({ draft }: Drafting): Step {
  if (!draft.placed) return 'place'
  return hasContent(draft) ? 'check' : 'photo'
}

/** Whoever was interrupted goes on where it was. */
function Begun({ drafting, lang }: { drafting: Drafting; lang: string }) {
  const words = useReportWords()
  const { draft, drop } = drafting
  if (!isBegun(draft)) return null
  const { category, photos } = draft
  return (
    <section class="offer begun">
      <span class="tile filled">
        <Icon name={category === null ? 'camera' : iconNamed(category.icon)} />
      </span>
      <div>
        <h2>{words.begun.title}</h2>
        <p lang={category === null ? undefined : lang}>{category === null ? words.begun.shared(photos.length) : words.begun.facts(category.name, photos.length)}</p>
        <p class="begun-ways">
          {category !== null && (
            <a class="tall" href={addressOf(nextStep(drafting))}>
              {words.begun.go}
            </a>
          )}
          <button type="button" class="link-button" onClick={() => void drop().then(() => toast(words.begun.dropped))}>
            {words.begun.drop}
          </button>
        </p>
      </div>
    </section>
  )
}
