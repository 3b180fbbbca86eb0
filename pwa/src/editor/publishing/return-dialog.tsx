// SPDX-License-Identifier: EUPL-1.2
/** Gives an item back to its author, with a word why. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextArea } from '../ui/fields'

const MAX_NOTE = 500

export function ReturnDialog({ onReturn, onClose }: { onReturn(note: string): Promise<boolean>; onClose(): void }) {
  const { t } = useWords()
  const words = t.publishing.editor
  const [note, setNote] = useState('')
  const send = async () => {
    if (await onReturn(note.slice(0, MAX_NOTE))) onClose()
  }
  return (
    <Dialog
      open
      title={words.returnTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onPress={() => void send()}>
            {words.returnAction}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {t.compose.cancel}
          </Button>
        </>
      }
    >
      <TextArea id="return-note" label={words.returnNote} value={note} advice={MAX_NOTE} onInput={setNote} />
    </Dialog>
  )
}
