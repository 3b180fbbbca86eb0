// SPDX-License-Identifier: EUPL-1.2
/** The directory as one enters it: what is asked for most, situations in life, from A to Z, offices. */

import type { Bootstrap } from '../api/types'
import { useKeptServices } from '../offline/kept-services'
import { Icon, iconNamed } from '../ui/icon'
import { Row, Rows } from '../ui/list'
import { StateNote } from '../ui/states'
import { ALL, situationAddress } from './choice'
import type { Directory } from './directory'
import { useWords } from './words'

export function Overview({ boot, directory }: { boot: Bootstrap; directory: Directory }) {
  const words = useWords()
  const lang = boot.tenant.language
  const kept = useKeptServices().length
  return (
    <>
      {directory.services.length === 0 ? (
        <StateNote icon="services" title={words.emptyTitle} text={words.empty} />
      ) : (
        <>
          <Often boot={boot} />
          <h2 id="lebenslagen">{words.about}</h2>
          <ul class="situations" role="list" aria-labelledby="lebenslagen">
            {directory.situations.map(({ slug, name, icon }) => (
              <li key={slug}>
                <a class="situation" href={situationAddress(slug)} lang={lang}>
                  <Icon name={iconNamed(icon)} />
                  <span>{name}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Rows>
        {directory.services.length > 0 && <Row icon="list" label={words.all} hint={words.services(directory.services.length)} href={ALL} />}
        <Row icon="clock" label={words.offices} href="/dienste/aemter" />
        {kept > 0 && <Row icon="heart" label={words.kept} hint={words.services(kept)} href="/dienste/gemerkt" rel="nofollow" />}
      </Rows>
    </>
  )
}

/** The municipality's choice, by the word that people use. */
function Often({ boot }: { boot: Bootstrap }) {
  const words = useWords()
  const top = boot.services?.top ?? []
  if (top.length === 0) return null
  return (
    <ul class="often" role="list" aria-label={words.often} lang={boot.tenant.language}>
      {top.map(({ id, short, title }) => (
        <li key={id}>
          <a class="chip" href={`/dienste/${id}`}>
            {short}
            {short !== title && <span class="sr-only">: {title}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
