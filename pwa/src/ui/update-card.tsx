// SPDX-License-Identifier: EUPL-1.2
/** Offers a new build; nothing reloads unless the resident says so. */

import { Icon } from './icon'

interface Props {
  words: { title: string; text: string; later: string; apply: string }
  onApply(): void
  onLater(): void
}

export function UpdateCard({ words, onApply, onLater }: Props) {
  return (
    <section class="update card" aria-label={words.title}>
      <Icon name="refresh" />
      <div>
        <h2>{words.title}</h2>
        <p class="meta">{words.text}</p>
      </div>
      <div class="update-buttons">
        <button type="button" class="kern-btn kern-btn--secondary" onClick={onLater}>
          <span class="kern-label">{words.later}</span>
        </button>
        <button type="button" class="kern-btn kern-btn--primary" onClick={onApply}>
          <span class="kern-label">{words.apply}</span>
        </button>
      </div>
    </section>
  )
}
