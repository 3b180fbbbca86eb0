// SPDX-License-Identifier: EUPL-1.2
/** Whom the town hall may ask: all of it optional, changed and deleted by whoever has the secret link. */

import { useState } from 'preact/hooks'
import { ContactFields, mailComplaint, type Reach } from '../contact-fields'
import { useWords } from '../words'
import { useDeed } from './deed'
import type { OwnProps } from './own-part'

export function ContactForm({ report, own, secret, onDone }: OwnProps & { onDone(): void }) {
  const words = useWords().contact
  const { contact } = report
  const [reach, setReach] = useState<Reach>({ name: contact?.name ?? '', email: contact?.email ?? '', phone: contact?.phone ?? '', mail: contact?.mail_updates ?? false })
  const [tried, setTried] = useState(false)
  const { busy, trouble, run } = useDeed(report.id, secret, own)
  const given = { name: reach.name.trim(), email: reach.email.trim(), phone: reach.phone.trim(), mail_updates: reach.mail }
  const wrong = mailComplaint(reach)
  const nothing = given.name === '' && given.email === '' && given.phone === '' && wrong === undefined
  const save = async () => {
    setTried(true)
    if (wrong !== undefined) return document.getElementById('contact-email')?.focus()
    if (nothing) return document.getElementById('contact-name')?.focus()
    if (await run({ do: 'contact', contact: given }, words.saved)) onDone()
  }
  const remove = async () => {
    if (await run({ do: 'forgetContact' }, words.removed)) onDone()
  }
  return (
    <form
      class="form sheet-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p>{words.lead}</p>
      <ContactFields
        words={words}
        optional={words.optional}
        value={reach}
        mailError={tried && wrong ? words[wrong] : undefined}
        nameError={tried && nothing ? words.nothing : undefined}
        onChange={(change) => setReach({ ...reach, ...change })}
      />
      <div role="alert">{trouble && <p class="failure">{trouble}</p>}</div>
      <div class="sheet-buttons">
        <button type="submit" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={busy}>
          <span class="kern-label">{busy ? words.saving : words.save}</span>
        </button>
        {report.can.includes('delete_contact') && (
          <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={() => void remove()}>
            <span class="kern-label">{words.remove}</span>
          </button>
        )}
      </div>
    </form>
  )
}
