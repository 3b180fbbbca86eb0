// SPDX-License-Identifier: EUPL-1.2
/** Whom the town hall may ask: all of it optional, changed and deleted by whoever has the secret link. */

import { useState } from 'preact/hooks'
import { Check, TextField } from '../../ui/form/fields'
import { useWords } from '../words'
import { useDeed } from './deed'
import type { OwnProps } from './own-part'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function ContactForm({ report, own, secret, onDone }: OwnProps & { onDone(): void }) {
  const words = useWords().contact
  const { contact } = report
  const [name, setName] = useState(contact?.name ?? '')
  const [email, setEmail] = useState(contact?.email ?? '')
  const [phone, setPhone] = useState(contact?.phone ?? '')
  const [mails, setMails] = useState(contact?.mail_updates ?? false)
  const [tried, setTried] = useState(false)
  const { busy, trouble, run } = useDeed(report.id, secret, own)
  const given = { name: name.trim(), email: email.trim(), phone: phone.trim() }
  const wrong = given.email !== '' && !EMAIL.test(given.email) ? words.badEmail : mails && given.email === '' ? words.needsEmail : undefined
  const nothing = given.name === '' && given.email === '' && given.phone === ''
  const save = async () => {
    setTried(true)
    if (wrong !== undefined) return document.getElementById('contact-email')?.focus()
    if (nothing) return document.getElementById('contact-name')?.focus()
    if (await run({ do: 'contact', contact: { ...given, mail_updates: mails } }, words.saved)) onDone()
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
      <TextField id="contact-name" label={words.name} autocomplete="name" maxLength={120} value={name} onInput={setName} error={tried && nothing ? words.nothing : undefined} />
      <TextField id="contact-phone" label={words.phone} type="tel" autocomplete="tel" maxLength={60} value={phone} onInput={setPhone} />
      <TextField id="contact-email" label={words.email} type="email" autocomplete="email" maxLength={254} value={email} onInput={setEmail} error={tried ? wrong : undefined} />
      <Check id="contact-mails" label={words.mail} checked={mails} onChange={setMails} />
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
