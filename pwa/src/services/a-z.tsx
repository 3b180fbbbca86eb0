// SPDX-License-Identifier: EUPL-1.2
/** All services from A to Z, with the letters to jump to. */

import type { Directory } from './directory'
import { byLetter } from './directory'
import { Rows } from '../ui/list'
import { ServiceRow } from './rows'
import { useWords } from './words'

/** The anchor of a letter; the history keeps only pages. */
function jump(event: MouseEvent, letter: string): void {
  event.preventDefault()
  const heading = document.getElementById(`buchstabe-${letter}`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

export function FromAToZ({ directory, lang }: { directory: Directory; lang: string }) {
  const words = useWords()
  const groups = byLetter(directory.services)
  return (
    <>
      <p class="meta services-count">{words.services(directory.services.length)}</p>
      <nav aria-label={words.letters}>
        <ul class="letters" role="list">
          {groups.map(([letter]) => (
            <li key={letter}>
              <a href={`#buchstabe-${letter}`} onClick={(event) => jump(event, letter)}>
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(([letter, services]) => (
        <section key={letter} class="letter">
          <h2 id={`buchstabe-${letter}`} tabIndex={-1}>
            {letter}
          </h2>
          <Rows>
            {services.map((service) => (
              <ServiceRow key={service.id} service={service} lang={lang} brief />
            ))}
          </Rows>
        </section>
      ))}
    </>
  )
}
