// SPDX-License-Identifier: EUPL-1.2
/** How the town hall may ask back: all of it optional, none of it public. */

import { useState } from 'preact/hooks'
import { Check, TextField } from '../../ui/form/fields'
import type { Drafting } from './draft'
import { useReportWords } from './words'

const MAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

export function ContactForm({ drafting: { draft, set }, onDone }: { drafting: Drafting; onDone(): void }) {
  const words = useReportWords()
  const [tried, setTried] = useState(false)
  const email = draft.email.trim()
  const wrong = email !== '' && !MAIL.test(email) ? words.contact.wrong : email === '' && draft.mail ? words.contact.needed : undefined
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
      <TextField id="contact-name" label={words.contact.name} optional={words.optional} autocomplete="name" maxLength={120} value={draft.name} onInput={(name) => set({ name })} />
      <TextField
        id="contact-email"
        type="email"
        label={words.contact.email}
        optional={words.optional}
        autocomplete="email"
        maxLength={254}
        value={draft.email}
        error={tried ? wrong : undefined}
        onInput={(said) => set({ email: said })}
      />
      <Check id="contact-mail" label={words.contact.mail} checked={draft.mail} onChange={(mail) => set({ mail })} />
      <TextField id="contact-phone" type="tel" label={words.contact.phone} optional={words.optional} autocomplete="tel" maxLength={60} value={draft.phone} onInput={(phone) => set({ phone })} />
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
