// SPDX-License-Identifier: EUPL-1.2
/** The fields for whom the town hall may ask: the same while one reports and afterwards. Knows no words of its own. */

import { Check, TextField } from '../ui/form/fields'

export interface Reach {
  name: string
  email: string
  phone: string
  /** Answers come by mail, too. */
  mail: boolean
}

interface Props {
  words: { name: string; email: string; phone: string; mail: string }
  /** "(freiwillig)". */
  optional: string
  value: Reach
  /** What is wrong with the address, and with all of it. */
  mailError: string | undefined
  nameError?: string | undefined
  onChange(change: Partial<Reach>): void
}

const MAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

/** What keeps the address from being used; all of it may stay empty. */
export function mailComplaint({ email, mail }: Pick<Reach, 'email' | 'mail'>): 'wrong' | 'needed' | undefined {
  const given = email.trim()
  if (given !== '' && !MAIL.test(given)) return 'wrong'
  return mail && given === '' ? 'needed' : undefined
}

export function ContactFields({ words, optional, value, mailError, nameError, onChange }: Props) {
  return (
    <>
      <TextField id="contact-name" label={words.name} optional={optional} autocomplete="name" maxLength={120} value={value.name} error={nameError} onInput={(name) => onChange({ name })} />
      <TextField
        id="contact-email"
        type="email"
        label={words.email}
        optional={optional}
        autocomplete="email"
        maxLength={254}
        value={value.email}
        error={mailError}
        onInput={(email) => onChange({ email })}
      />
      <Check id="contact-mail" label={words.mail} checked={value.mail} onChange={(mail) => onChange({ mail })} />
      <TextField id="contact-phone" type="tel" label={words.phone} optional={optional} autocomplete="tel" maxLength={60} value={value.phone} onInput={(phone) => onChange({ phone })} />
    </>
  )
}
