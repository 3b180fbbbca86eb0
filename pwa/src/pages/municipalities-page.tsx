// SPDX-License-Identifier: EUPL-1.2
/** The other municipalities of this installation: each is an app of its own at its own address. */

import { useState } from 'preact/hooks'
import type { Bootstrap, TenantLink } from '../api/types'
import { useTexts } from '../i18n'
import { useCached } from '../offline/cached'
import { Page } from '../ui/frame'
import { matches } from '../ui/highlight'
import { Row, Rows } from '../ui/list'
import { SearchField } from '../ui/search-field'
import { Gate, Skeleton } from '../ui/states'
import { useWords } from './words'

/** Up to this many one sees at a glance. */
const GLANCE = 8

export function MunicipalitiesPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const tenants = useCached<TenantLink[]>('tenants', '/api/v1/tenants')
  const [wanted, setWanted] = useState('')
  const words = useWords().municipalities
  const fits = (tenant: TenantLink) => wanted === '' || matches(`${tenant.name} ${tenant.district}`, wanted).length > 1
  return (
    <Page title={words.title} back={{ href: '/mehr', label: t.more }} storedAt={tenants.storedAt}>
      <p class="lead muted">{words.lead}</p>
      <Gate of={tenants} words={t.gate} phone={null} skeleton={<Skeleton label={t.gate.loading} text />}>
        {(all) => {
          const shown = [...all].sort((one, other) => one.name.localeCompare(other.name, 'de')).filter(fits)
          return (
            <>
              {all.length > GLANCE && (
                <>
                  <SearchField
                    label={words.searchLabel}
                    placeholder={words.searchLabel}
                    submit={t.search.submit}
                    clear={t.search.clear}
                    action="/mehr/gemeinden"
                    value={wanted}
                    onSearch={setWanted}
                    onClear={() => setWanted('')}
                  />
                  <p class="meta found" role="status">
                    {shown.length === 0 ? words.none : words.count(shown.length)}
                  </p>
                </>
              )}
              {shown.length > 0 && (
                <Rows>
                  {shown.map((tenant) => {
                    const here = tenant.slug === boot.tenant.slug
                    const place = [tenant.kind, tenant.district].filter(Boolean).join(' · ')
                    return (
                      <Row
                        key={tenant.slug}
                        icon="pin"
                        label={<span lang="de">{tenant.name}</span>}
                        hint={here ? words.here : <span lang="de">{place}</span>}
                        href={here ? '/' : tenant.origin}
                        current={here}
                      />
                    )
                  })}
                </Rows>
              )}
            </>
          )
        }}
      </Gate>
    </Page>
  )
}
