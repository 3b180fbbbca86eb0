// SPDX-License-Identifier: EUPL-1.2
/** How the town hall may ask back: all of it optional, none of it public. */

import { useState } from 'preact/hooks'
import { ContactFields, mailComplaint } from '../contact-fields'
import type { Drafting } from './draft'
import { useReportWords } from './words'

export function ContactForm({ drafting: { draft, set }, onDone }: { drafting: Drafting; onDone(): void }) {
  const words = useReportWords()
  const [tried, setTried] = useState(false)
  const wrong = mailComplaint(draft)
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (wrong === undefined) onDone()
        else document.getElementById('contact-email')?.focus()
      }}
    >
      <p class="muted">{words.contact.lead}</p>
      <ContactFields words={words.contact} optional={words.optional} value={draft} mailError={tried && wrong ? words.contact[wrong] : undefined} onChange={set} />
      <div class="sheet-buttons">
        <button type="submit" class="kern-btn kern-btn--primary kern-btn--block">
          <span class="kern-label">{words.contact.save}</span>
        </button>
        {(draft.name || draft.email || draft.phone) && (
          <button
            type="button"
            class="kern-btn kern-btn--tertiary kern-btn--block"
            onClick={() => {
              set({ name: '', email: '', phone: '', mail: false })
              onDone()
            }}
          >
            <span class="kern-label">{words.contact.remove}</span>
          </button>
        )}
      </div>
    </form>
  )
}
