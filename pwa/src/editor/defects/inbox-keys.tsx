// SPDX-License-Identifier: EUPL-1.2
/** The inbox by keyboard: letters act on the row that has the focus; the foot names them, or what can be done with the marked ones. */

import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Keys, lettersOn, useKeys, type Shortcut } from '../ui/keys'
import type { ReportRow } from './model'

interface Deeds {
  row(id: string): ReportRow | undefined
  onMark(row: ReportRow): void
  onAccept(row: ReportRow): void
  onForward(row: ReportRow): void
  onAssign(row: ReportRow): void
  onDuplicate(row: ReportRow): void
}

export function useInboxKeys({ row, onMark, onAccept, onForward, onAssign, onDuplicate }: Deeds): void {
  const { t } = useWords()
  const words = t.defects.keys
  const on = (label: string, act: (row: ReportRow) => void): Shortcut => ({
    label,
    group: 'lists',
    run() {
      const at = document.activeElement?.closest<HTMLElement>('[data-report]')?.dataset['report']
      const found = at === undefined ? undefined : row(at)
      if (found !== undefined) act(found)
    },
  })
  useKeys({ x: on(words.mark, onMark), a: on(words.accept, onAccept), w: on(words.forward, onForward), z: on(words.assign, onAssign), d: on(words.duplicate, onDuplicate) })
}

const SHOWN = [
  ['up', 'choose'],
  ['enter', 'open'],
  ['a', 'accept'],
  ['w', 'forward'],
  ['d', 'duplicate'],
  ['z', 'assign'],
  ['x', 'mark'],
] as const

interface Props {
  marked: ReportRow[]
  onAssign(): void
  onPrint(): void
  onUnmark(): void
}

export function InboxFoot({ marked, onAssign, onPrint, onUnmark }: Props) {
  const { t } = useWords()
  const words = t.defects
  if (marked.length > 0)
    return (
      <div class="inbox-foot is-marked" role="group" aria-label={words.marked(marked.length)}>
        <strong role="status">{words.marked(marked.length)}</strong>
        <Button small icon="user" onPress={onAssign}>
          {words.assignMarked}
        </Button>
        <Button small icon="print" onPress={onPrint}>
          {words.printMarked(marked.length)}
        </Button>
        <Button small kind="plain" onPress={onUnmark}>
          {words.unmark}
        </Button>
      </div>
    )
  if (!lettersOn()) return null
  return (
    <div class="inbox-foot is-keys" aria-hidden="true">
      {SHOWN.map(([key, word]) => (
        <span key={key}>
          <Keys of={key === 'up' ? 'up down' : key} /> {words.keys[word]}
        </span>
      ))}
      <span class="inbox-all">
        <Keys of="?" /> {words.keys.all}
      </span>
    </div>
  )
}
