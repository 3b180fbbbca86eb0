// SPDX-License-Identifier: EUPL-1.2
/** The services that the resident has kept on this device. */

import type { Bootstrap } from '../api/types'
import { useKeptServices } from '../offline/kept-services'
import { Page } from '../ui/frame'
import { Row, Rows } from '../ui/list'
import { StateNote } from '../ui/states'
import './detail.scss'
import { useWords } from './detail-words'

export function KeptServicesPage({ boot }: { boot: Bootstrap }) {
  const words = useWords()
  const list = useKeptServices()
  return (
    <Page title={words.kept.title} back={{ href: '/dienste', label: words.services }}>
      {list.length === 0 ? (
        <StateNote icon="heart" title={words.kept.emptyTitle} text={words.kept.empty}>
          <a class="kern-btn kern-btn--secondary kern-btn--block" href="/dienste">
            <span class="kern-label">{words.gone.all}</span>
          </a>
        </StateNote>
      ) : (
        <>
          <p class="lead muted">{words.kept.lead}</p>
          <Rows>
            {list.map(({ id, title }) => (
              <Row key={id} icon="services" href={`/dienste/${id}`} label={title} lang={boot.tenant.language} />
            ))}
          </Rows>
        </>
      )}
    </Page>
  )
}
