// SPDX-License-Identifier: EUPL-1.2
/** Asks where a link leads, and for its words when none are chosen. Knows no editor. */

import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/fields'
import { linkFrom } from './links'

export interface LinkDraft {
  href: string
  text: string
  /** There is a link already. */
  known: boolean
}

interface Props {
  draft: LinkDraft
  onSet(link: { href: string; text: string }): void
  onRemove(): void
  onClose(): void
}

export function LinkDialog({ draft, onSet, onRemove, onClose }: Props) {
  const { t } = useWords()
  const [address, setAddress] = useState(draft.href.replace(/^(mailto|tel):/, ''))
  const [text, setText] = useState(draft.text)
  const [error, setError] = useState<string>()
  const words = t.compose
  useEffect(() => document.getElementById('link-adresse')?.focus(), [])
  const set = () => {
    const href = linkFrom(address)
    if (href === undefined) {
      setError(words.linkBad)
      document.getElementById('link-adresse')?.focus()
    } else onSet({ href, text: text.trim() || address.trim() })
  }
  return (
    <Dialog
      open
      title={draft.known ? words.linkChange : words.linkTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onPress={set}>
            {draft.known ? words.linkSave : words.linkSet}
          </Button>
          {draft.known && <Button onPress={onRemove}>{words.linkRemove}</Button>}
          <Button kind="plain" onPress={onClose}>
            {words.cancel}
          </Button>
        </>
      }
    >
      <form
        class="form-column"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          set()
        }}
      >
        <TextField id="link-adresse" label={words.linkAddress} help={words.linkHelp} value={address} onInput={setAddress} error={error} />
        {draft.text === '' && <TextField id="link-text" label={words.linkText} value={text} onInput={setText} optional />}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
