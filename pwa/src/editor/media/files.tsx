// SPDX-License-Identifier: EUPL-1.2
/** The ways a picture comes in: a button, the camera, dropped anywhere on the page, pasted. Knows no server. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'

/** Also by their endings: some systems know no type for HEIC. */
const ACCEPT = 'image/*,.heic,.heif,.avif'

type OnFiles = (files: File[]) => void

function filesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])]
}

/** A picture from the clipboard; text that also brings a picture of itself (Word does) is text. */
export function pastedFiles(data: DataTransfer | null): File[] {
  return data === null || data.types.some((type) => type.startsWith('text/')) ? [] : filesOf(data)
}

/** Takes files that are dropped or pasted anywhere on the page; true while some hover over it. */
export function useDrop(onFiles: OnFiles, options: { drop?: boolean; paste?: boolean } = {}): boolean {
  const { drop = true, paste = true } = options
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    if (!drop) return
    let depth = 0
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const enter = (event: DragEvent) => {
      if (carries(event)) setOver((depth += 1) > 0)
    }
    const leave = (event: DragEvent) => {
      if (carries(event)) setOver((depth = Math.max(0, depth - 1)) > 0)
    }
    const hover = (event: DragEvent) => {
      if (carries(event)) event.preventDefault()
    }
    const release = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      setOver((depth = 0) > 0)
      latest.current(filesOf(event.dataTransfer))
    }
    // Before a text field takes the drop for itself.
    const early = { capture: true }
    addEventListener('dragenter', enter)
    addEventListener('dragleave', leave)
    addEventListener('dragover', hover)
    addEventListener('drop', release, early)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('dragover', hover)
      removeEventListener('drop', release, early)
      setOver(false)
    }
  }, [drop])
  useEffect(() => {
    if (!paste) return
    const insert = (event: ClipboardEvent) => {
      const files = pastedFiles(event.clipboardData)
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    document.addEventListener('paste', insert)
    return () => document.removeEventListener('paste', insert)
  }, [paste])
  return over
}

/** Lies over the page while files hover over it. */
export function DropVeil({ shown }: { shown: boolean }) {
  const { t } = useWords()
  return shown ? (
    <div class="drop-veil" aria-hidden="true">
      <p>
        <Icon name="upload" size={24} />
        {t.media.drop}
      </p>
    </div>
  ) : null
}

interface PickerProps {
  onFiles: OnFiles
  label: string
  kind?: 'main' | 'outline'
  several?: boolean
  /** Opens the camera at once; only where there is one to hold. */
  camera?: boolean
}

export function FileButton({ onFiles, label, kind = 'outline', several = false, camera = false }: PickerProps) {
  const input = useRef<HTMLInputElement>(null)
  if (camera && !matchMedia('(any-pointer: coarse)').matches) return null
  return (
    <>
      <Button kind={kind} icon={camera ? 'camera' : 'upload'} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        multiple={several}
        capture={camera ? 'environment' : undefined}
        hidden
        aria-label={label}
        onChange={(event) => {
          const { files } = event.currentTarget
          onFiles([...(files ?? [])])
          // The same file once more is a choice, too.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
