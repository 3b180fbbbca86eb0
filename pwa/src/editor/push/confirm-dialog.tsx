// SPDX-License-Identifier: EUPL-1.2
/** One more look where many devices ring at any hour: the button names their number. */

import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

export function ConfirmDialog({ answer, devices, at }: { answer: ((go: boolean) => void) | undefined; devices: number; at: string | null }) {
  const { t, language } = useWords()
  const words = t.push
  const now = new Date()
  const later = at !== null && Date.parse(at) > now.getTime() ? momentWords(new Date(at), now, language) : undefined
  return (
    <Dialog
      title={words.confirmTitle}
      open={answer !== undefined}
      onClose={() => answer?.(false)}
      actions={
        <>
          <Button kind="main" onPress={() => answer?.(true)}>
            {later === undefined ? words.sendTo(devices) : words.planFor(devices)}
          </Button>
          <Button onPress={() => answer?.(false)}>{words.back}</Button>
        </>
      }
    >
      <p>{later === undefined ? words.confirmText(devices) : words.confirmPlanned(devices, later)}</p>
    </Dialog>
  )
}
