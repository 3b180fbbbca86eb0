// SPDX-License-Identifier: EUPL-1.2
/** Where an office is and how it is reached; without an office a new one begins here. Never the name of a person. */

import { useState } from 'preact/hooks'
import { readUrl } from '../../compose/links'
import { readPoint, showPoint } from '../../compose/points'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/errors'
import { TextArea, TextField } from '../../ui/fields'
import { Sheet } from '../../ui/sheet'
import { same } from '../../compose/merge'
import { contentOf, EMPTY, keepOffice, makeOffice, type Content, type Office } from './offices'
import { useKeeping } from './use-keeping'

interface Props {
  office?: Office
  onDone(office: Office): void
  onClose(): void
}

export function FactsSheet({ office, onDone, onClose }: Props) {
  const { t } = useWords()
  const words = t.offices
  const [begun] = useState<Content>(() => (office === undefined ? EMPTY : contentOf(office)))
  const [id] = useState(() => office?.id ?? crypto.randomUUID())
  const [content, setContent] = useState(begun)
  const [point, setPoint] = useState(showPoint(begun.lat, begun.lon))
  const [address, setAddress] = useState(begun.url ?? '')
  const put = (part: Partial<Content>) => setContent((before) => ({ ...before, ...part }))
  const { lat, lon } = point.trim() === '' ? { lat: null, lon: null } : (readPoint(point) ?? { lat: undefined, lon: undefined })
  const url = address.trim() === '' ? null : readUrl(address)
  const keeping = useKeeping(
    office,
    (base) => {
      const typed: Content = { ...content, name: content.name.trim(), lat: lat ?? null, lon: lon ?? null, url: url ?? null }
      if (base === undefined) return makeOffice(id, typed)
      const fields = Object.keys(typed) as (keyof Content)[]
      return keepOffice(base, Object.fromEntries(fields.filter((field) => !same(typed[field], begun[field])).map((field) => [field, typed[field]])))
    },
    onDone,
  )
  const faultOf = (field: string) => keeping.errors.find((each) => each.field === field)?.text
  const save = (event: Event) => {
    event.preventDefault()
    const found: FieldError[] = []
    if (content.name.trim() === '') found.push({ field: 'office-name', text: words.nameMissing })
    if (content.phone !== null && content.phone.replace(/\D/g, '').length < 3) found.push({ field: 'office-phone', text: words.phoneWrong })
    if (content.email !== null && !/^\S+@\S+\.\S+$/.test(content.email)) found.push({ field: 'office-email', text: words.emailWrong })
    if (url === undefined) found.push({ field: 'office-url', text: t.compose.linkBad })
    if (lat === undefined) found.push({ field: 'office-point', text: words.pointWrong })
    keeping.press(found)
  }
  const place = (field: keyof Content['address'], help?: string) => (
    <TextField id={`office-${field}`} label={words[field]} optional help={help} value={content.address[field]} onInput={(value) => put({ address: { ...content.address, [field]: value } })} />
  )
  return (
    <Sheet open title={office === undefined ? words.factsNew : words.facts} onClose={onClose}>
      <form class="sheet-form" noValidate onSubmit={save}>
        <ErrorSummary items={keeping.errors} />
        <TextField id="office-name" label={words.name} value={content.name} error={faultOf('office-name')} onInput={(name) => put({ name })} />
        {place('street')}
        <div class="office-place">
          {place('postcode')}
          {place('city')}
        </div>
        {place('extra', words.extraHelp)}
        <TextField id="office-phone" label={words.phone} optional value={content.phone ?? ''} error={faultOf('office-phone')} onInput={(phone) => put({ phone: phone.trim() === '' ? null : phone })} />
        <TextField id="office-email" label={words.email} optional type="email" inputMode="email" value={content.email ?? ''} error={faultOf('office-email')} onInput={(email) => put({ email: email.trim() || null })} />
        <TextField id="office-url" label={words.url} optional inputMode="url" value={address} error={faultOf('office-url')} onInput={setAddress} />
        <TextArea id="office-accessibility" label={words.accessibility} optional rows={2} help={words.accessibilityHelp} value={content.accessibility} onInput={(accessibility) => put({ accessibility })} />
        <TextField id="office-transit" label={words.transit} optional value={content.transit} onInput={(transit) => put({ transit })} />
        <TextField id="office-point" label={words.point} optional help={words.pointHelp} value={point} error={faultOf('office-point')} onInput={setPoint} />
        <TextArea id="office-note" label={words.note} optional rows={2} help={words.noPeople} value={content.note} onInput={(note) => put({ note })} />
        <Button kind="main" submit busy={keeping.busy}>
          {words.save}
        </Button>
      </form>
    </Sheet>
  )
}
