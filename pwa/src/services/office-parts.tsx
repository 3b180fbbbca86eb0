// SPDX-License-Identifier: EUPL-1.2
/** An office: where, when, how to reach it, how to get in. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { OfficeItem } from '../api/types'
import { useInstall } from '../offline/install'
import { hostOf } from '../ui/host'
import { Icon } from '../ui/icon'
import { telOf } from '../ui/phone'
import { PlaceMap } from '../ui/place-map'
import { wayTo } from '../ui/way'
import { useWords } from './detail-words'
import type { Home } from './home'
import { Hours, OpenNow, TodayNote } from './opening'

interface Props {
  office: OfficeItem
  home: Home
}

/** An address on one line. */
export function addressLine({ address }: Pick<OfficeItem, 'address'>): string {
  const city = [address.postcode, address.city].filter(Boolean).join(' ')
  return [address.street, address.extra, city].filter(Boolean).join(', ')
}

export function timesOf(office: OfficeItem, home: Home) {
  return { hours: office.hours, exceptions: office.exceptions, holidays: home.holidays }
}

/** As a card of a service; `heading` links to its own page where there is one. */
export function OfficeCard({ office, home, heading }: Props & { heading: ComponentChildren }) {
  return (
    <div class="card office">
      <h3 lang={home.tenant.language}>{heading}</h3>
      <OfficeBody office={office} home={home} />
    </div>
  )
}

export function OfficeBody({ office, home }: Props) {
  const words = useWords().office
  const lang = home.tenant.language
  const times = timesOf(office, home)
  return (
    <>
      <Where office={office} home={home} />
      <OpenNow times={times} lang={lang} />
      <TodayNote times={times} lang={lang} />
      <Hours times={times} lang={lang} />
      {office.note && (
        <p class="office-note" lang={lang}>
          {office.note}
        </p>
      )}
      {office.accessibility && <Line icon="access" label={words.access} text={office.accessibility} lang={lang} />}
      {office.transit && <Line icon="bus" label={words.transit} text={office.transit} lang={lang} />}
      <Reach office={office} home={home} />
    </>
  )
}

function Line({ icon, label, text, lang }: { icon: 'access' | 'bus'; label: string; text: string; lang: string }) {
  return (
    <p class="office-line">
      <Icon name={icon} size={20} />
      <span>
        {label} <span lang={lang}>{text}</span>
      </span>
    </p>
  )
}

function Where({ office, home }: Props) {
  const words = useWords().map
  const { platform } = useInstall()
  const [open, setOpen] = useState(false)
  const { name, lat, lon, address } = office
  const line = addressLine(office)
  const spot = lat !== null && lon !== null ? { lat, lon } : null
  const street = [address.street, [address.postcode, address.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const way = wayTo({ name, address: address.street ? street : null, lat, lon }, address.city || home.tenant.name, platform)
  const mappable = spot !== null && home.map !== null
  return (
    <>
      {line && (
        <p class="muted" lang={home.tenant.language}>
          {line}
        </p>
      )}
      {(way !== null || mappable) && (
        <p class="office-way">
          {mappable && !open && (
            <button type="button" class="link-button" onClick={() => setOpen(true)}>
              {words.show}
            </button>
          )}
          {way !== null && (
            <a class="tall" href={way} rel="noopener">
              {words.way}
              <Icon name="ext" size={17} />
            </a>
          )}
        </p>
      )}
      {open && spot && home.map && <PlaceMap spot={spot} name={name} tiles={home.map} words={words} />}
    </>
  )
}

/** Numbers and addresses stand there to be read out; the buttons spare the typing. */
function Reach({ office, home }: Props) {
  const words = useWords().office
  const { name, phone, email, url } = office
  const named = (
    <span class="sr-only" lang={home.tenant.language}>
      {name}
    </span>
  )
  if (!phone && !email && !url) return null
  return (
    <div class="office-reach">
      {(phone || email) && (
        <p class="meta">
          {phone && <span>{words.phone(phone)}</span>}
          {phone && email && ' · '}
          {email && <span>{email}</span>}
        </p>
      )}
      <div class="service-pair">
        {phone && (
          <a class="kern-btn kern-btn--secondary" href={telOf(phone)}>
            <Icon name="phone" size={20} />
            <span class="kern-label">
              {words.call} {named}
            </span>
          </a>
        )}
        {email && (
          <a class="kern-btn kern-btn--secondary" href={`mailto:${email}`}>
            <Icon name="mail" size={20} />
            <span class="kern-label">
              {words.mail} {named}
            </span>
          </a>
        )}
      </div>
      {url && (
        <a class="tall" href={url} rel="noopener">
          {hostOf(url)}
          <Icon name="ext" size={17} />
        </a>
      )}
    </div>
  )
}
