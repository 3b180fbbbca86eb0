// SPDX-License-Identifier: EUPL-1.2
/** Where "Online beantragen" leads: the municipality's own address or what else there is, and how each link does. */

import { UrlField } from '../../compose/link-fields'
import { useWords } from '../../i18n'
import type { CheckedLink } from '../model'
import { LinkState } from '../service-list'
import { checkedWords } from '../wording'

interface Props {
  url: string
  links: CheckedLink[]
  /** What the server has against the address. */
  error: string | undefined
  onChange(url: string): void
  onProblem(problem: boolean): void
}

export function OnlineCard({ url, links, error, onChange, onProblem }: Props) {
  const { t, language } = useWords()
  const words = t.services.editor
  const now = new Date()
  return (
    <section class="editor-card" aria-labelledby="service-online">
      <h2 id="service-online">{words.online}</h2>
      <UrlField id="service-url" label={words.url} help={words.urlHelp} optional value={url === '' ? null : url} error={error} onChange={(next) => onChange(next ?? '')} onProblem={onProblem} />
      {links.length > 0 && (
        <ol class="service-links" role="list" aria-label={words.order}>
          {links.map((link) => (
            <li key={link.url}>
              <span class="service-link-name">
                <strong>{t.services.link.levels[link.level]}</strong>
                <a href={link.url} target="_blank" rel="noopener noreferrer">
                  {link.portal}
                </a>
              </span>
              <LinkState of={checkedWords(link, now, t, language)} />
            </li>
          ))}
        </ol>
      )}
      {links.length > 1 && <p class="field-help">{words.orderHelp}</p>}
    </section>
  )
}
