// SPDX-License-Identifier: EUPL-1.2
/** What the reporter can do with the own report, one row each; what is not possible now is not there. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { useTexts } from '../../i18n'
import { FollowRow } from '../../push/follow-row'
import { Icon } from '../../ui/icon'
import { Row, Rows } from '../../ui/list'
import { Sheet } from '../../ui/sheet'
import { shrink } from '../shrink'
import { ownTopic, publicTopic } from '../topics'
import { useWords } from '../words'
import { ContactForm } from './contact-form'
import { useDeed } from './deed'
import { EraseForm, WithdrawForm } from './endings'
import { LinkSheet } from './link-sheet'
import type { OwnProps } from './own-part'
import { StoredData } from './stored-data'

type Open = 'link' | 'contact' | 'data' | 'withdraw' | 'erase'

export function OwnRows(props: OwnProps) {
  const { report } = props
  const { t } = useTexts()
  const words = useWords()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const titles: Record<Open, string> = { link: words.link.title, contact: words.contact.title, data: words.data.title, withdraw: words.withdraw.title, erase: words.erase.title }
  const { contact } = report
  const said = contact && [contact.name, contact.phone, contact.email].find((each) => each)
  return (
    <>
      <Rows>
        <Follow {...props} />
        {report.can.includes('add_photo') && <AddPhoto {...props} />}
        <Row icon="key" label={words.link.label} hint={words.link.hint} onClick={() => setOpen('link')} />
        <Row icon="user" label={words.contact.label} hint={said ? `${said} · ${words.contact.only}` : words.contact.none} onClick={() => setOpen('contact')} />
        <Row icon="doc" label={words.data.label} onClick={() => setOpen('data')} />
      </Rows>
      <div class="own-ends">
        <Rows>
          {report.can.includes('withdraw') && <Row icon="close" label={words.withdraw.label} onClick={() => setOpen('withdraw')} />}
          <Row icon="bin" label={words.erase.label} onClick={() => setOpen('erase')} />
        </Rows>
      </div>
      <Sheet title={open ? titles[open] : ''} close={t.close} open={open !== undefined} onClose={close}>
        {open === 'link' && <LinkSheet {...props} />}
        {open === 'contact' && <ContactForm {...props} onDone={close} />}
        {open === 'data' && <StoredData {...props} />}
        {open === 'withdraw' && <WithdrawForm {...props} onDone={close} />}
        {open === 'erase' && <EraseForm {...props} onDone={close} />}
      </Sheet>
    </>
  )
}

/** The reporter's own topic rings for questions too; a key from a mail does not name it. */
function Follow({ report, secret, boot }: OwnProps) {
  const words = useWords()
  const [topic, setTopic] = useState<string>()
  const { id, is_public: open } = report
  useEffect(() => {
    let wanted = true
    void ownTopic(secret).then((own) => wanted && setTopic(own ?? (open ? publicTopic(id) : undefined)))
    return () => {
      wanted = false
    }
  }, [secret, id, open])
  if (boot.push === null || topic === undefined) return null
  return (
    <FollowRow
      topic={topic}
      name={`${report.title}, ${report.number}`}
      label={words.follow.ownLabel}
      hint={words.follow.ownHint}
      publicKey={boot.push.public_key}
      said={{ on: words.follow.on, off: words.follow.off }}
    />
  )
}

function AddPhoto({ report, secret, own }: OwnProps) {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const { busy, trouble, run, complain } = useDeed(report.id, secret, own)
  const [drawing, setDrawing] = useState(false)
  const take = async (file: File | undefined) => {
    if (file === undefined || busy) return
    setDrawing(true)
    try {
      // As it may leave the phone: drawn anew, without anything else that stood in the file.
      const { data } = await shrink(file)
      await run({ do: 'photo', photo: new Blob([data], { type: 'image/jpeg' }) }, words.addPhoto.sent)
    } catch {
      complain(words.addPhoto.broken)
    }
    setDrawing(false)
  }
  return (
    <li>
      <button type="button" class="row" aria-busy={busy || drawing} onClick={() => input.current?.click()}>
        <Icon name="camera" />
        <span class="row-words">
          <span class="row-label">{busy || drawing ? words.addPhoto.sending : words.addPhoto.label}</span>
          <span class="meta">{words.addPhoto.hint}</span>
        </span>
        <Icon name="chev" size={20} class="row-arrow" />
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const [file] = Array.from(event.currentTarget.files ?? [])
          event.currentTarget.value = ''
          void take(file)
        }}
      />
      <div role="alert">{trouble && <p class="failure row-trouble">{trouble}</p>}</div>
    </li>
  )
}
