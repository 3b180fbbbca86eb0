// SPDX-License-Identifier: EUPL-1.2
/** Who organises: name and how residents reach them; for all their events at once. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { ErrorSummary, type FieldError } from '../ui/errors'
import { TextField } from '../ui/fields'
import { Sheet } from '../ui/sheet'
import { saveOrganiser, type Organiser, type OrganiserContent } from './organisers'
import { readUrl } from '../compose/links'

interface Props {
  /** The one to change; with neither id nor version its words begin a new one. */
  organiser?: OrganiserContent & Partial<Pick<Organiser, 'id' | 'version'>>
  onDone(made: Organiser): void
  onClose(): void
}

export function OrganiserSheet({ organiser, onDone, onClose }: Props) {
  const { t } = useWords()
  const words = t.organisers
  const [name, setName] = useState(organiser?.name ?? '')
  const [email, setEmail] = useState(organiser?.email ?? '')
  const [phone, setPhone] = useState(organiser?.phone ?? '')
  const [url, setUrl] = useState(organiser?.url ?? '')
  const [errors, setErrors] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const known = organiser?.id !== undefined && organiser.version !== undefined ? { id: organiser.id, version: organiser.version } : undefined
  const faultOf = (field: string) => errors.find((each) => each.field === field)?.text
  const address = url.trim() === '' ? null : readUrl(url)

  const save = async (event: Event) => {
    event.preventDefault()
    const found: FieldError[] = []
    if (name.trim() === '') found.push({ field: 'organiser-name', text: words.nameMissing })
    if (email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(email.trim())) found.push({ field: 'organiser-email', text: words.emailWrong })
    if (address === undefined) found.push({ field: 'organiser-url', text: t.compose.linkBad })
    setErrors(found)
    if (found.length > 0 || busy || address === undefined) return
    setBusy(true)
    const content = { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null, url: address }
    const answer = await saveOrganiser(content, known)
    setBusy(false)
    if (answer.ok) return onDone(answer.data)
    const why = answer.unreachable ? t.publishing.unreachable : answer.status === 409 ? words.taken : answer.status === 412 ? words.moved : words.failed
    setErrors([{ field: answer.status === 409 ? 'organiser-name' : undefined, text: why }])
  }
  return (
    <Sheet open title={known === undefined ? words.newTitle : words.changeTitle} onClose={onClose}>
      <form class="sheet-form" onSubmit={save} noValidate>
        <ErrorSummary items={errors} />
        <TextField id="organiser-name" label={words.name} value={name} error={faultOf('organiser-name')} onInput={setName} />
        <TextField id="organiser-phone" label={words.phone} optional value={phone} onInput={setPhone} />
        <TextField id="organiser-email" label={words.email} optional type="email" inputMode="email" value={email} error={faultOf('organiser-email')} onInput={setEmail} />
        <TextField id="organiser-url" label={words.url} optional inputMode="url" value={url} error={faultOf('organiser-url')} onInput={setUrl} />
        <p class="muted">{words.help}</p>
        <Button kind="main" submit busy={busy}>
          {words.save}
        </Button>
      </form>
    </Sheet>
  )
}
