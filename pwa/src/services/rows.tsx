// SPDX-License-Identifier: EUPL-1.2
/** Services and offices as rows of a list. */

import type { ComponentChildren } from 'preact'
import { Highlight } from '../ui/highlight'
import { iconNamed } from '../ui/icon'
import { Row } from '../ui/list'
import type { Entry, OfficeName } from './directory'
import { useWords } from './words'

interface Props {
  service: Entry
  lang: string
  /** What was searched for: marked where it stands. */
  query?: string
  /** The other word by which it was found. */
  by?: string | null
  /** Only the name; the list is long. */
  brief?: boolean
}

export function ServiceRow({ service, lang, query = '', by = null, brief = false }: Props) {
  const words = useWords()
  const parts: ComponentChildren[] = []
  if (by !== null)
    parts.push(
      <span key="by" lang={lang}>
        <Highlight text={words.alsoCalled(by)} query={query} />
      </span>,
    )
  if (service.online) parts.push(words.online)
  if (!brief && service.teaser !== '')
    parts.push(
      <span key="teaser" lang={lang}>
        {service.teaser}
      </span>,
    )
  return (
    <Row
      icon={iconNamed(service.situation.icon)}
      href={`/dienste/${service.id}`}
      label={
        <span lang={lang}>
          <Highlight text={service.title} query={query} />
        </span>
      }
      hint={parts.length > 0 ? parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part])) : undefined}
    />
  )
}

export function OfficeNameRow({ office, lang, query }: { office: OfficeName; lang: string; query: string }) {
  return (
    <Row
      icon="services"
      href={`/dienste/aemter/${office.id}`}
      lang={lang}
      label={<Highlight text={office.name} query={query} />}
      hint={office.place || undefined}
    />
  )
}
