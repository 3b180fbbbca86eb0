// SPDX-License-Identifier: EUPL-1.2
/** Says that something does not take place, or not then, and why; asked for one date and for the whole alike. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Segmented, TextField } from '../ui/fields'
import type { EventStatus } from './model'

interface Props {
  title: string
  status: EventStatus
  note: string | null
  onSave(status: EventStatus, note: string | null): void
  onClose(): void
}

const LONGEST = 300

export function OffDialog({ title, status, note, onSave, onClose }: Props) {
  const { t } = useWords()
  const words = t.events.off
  const [how, setHow] = useState<string>(status === 'postponed' ? 'postponed' : 'cancelled')
  const [why, setWhy] = useState(note ?? '')
  const save = () => {
    onSave(how === 'postponed' ? 'postponed' : 'cancelled', why.trim() === '' ? null : why.trim().slice(0, LONGEST))
    onClose()
  }
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onPress={save}>
            {how === 'postponed' ? words.savePostponed : words.save}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {t.compose.cancel}
          </Button>
        </>
      }
    >
      <div class="sheet-form">
        <Segmented
          id="off-how"
          label={words.how}
          value={how}
          options={[
            { value: 'cancelled', label: words.cancelled },
            { value: 'postponed', label: words.postponed },
          ]}
          onChoose={setHow}
        />
        <TextField id="off-note" label={words.note} optional help={words.noteHelp} value={why} onInput={setWhy} />
        <p class="muted">{words.text}</p>
      </div>
    </Dialog>
  )
}
