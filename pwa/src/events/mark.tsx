// SPDX-License-Identifier: EUPL-1.2
/** Whether a date takes place as planned: a badge in words and shape, and what a screen reader hears before the title. */

import type { EventDate } from '../api/types'
import { useTexts, type Texts } from '../i18n'
import { Icon, type IconName } from '../ui/icon'
import { moveOf } from './date'

/** The word for it, or null where all is as planned. */
function markOf(date: EventDate, words: Texts['event']): [kind: 'cancelled' | 'postponed' | 'moved', icon: IconName, word: string] | null {
  if (date.status === 'cancelled') return ['cancelled', 'close', words.cancelled]
  if (date.status === 'postponed') return ['postponed', 'warn', words.postponed]
  const move = moveOf(date)
  if (move === null) return null
  return ['moved', 'clock', move === 'time' ? words.newTime : words.newDay]
}

/** Read with the title that follows. */
export function Mark({ date }: { date: EventDate }) {
  const mark = markOf(date, useTexts().t.event)
  if (mark === null) return null
  const [kind, icon, word] = mark
  return (
    <p class={`mark mark-${kind}`} aria-hidden="true">
      <Icon name={icon} size={17} />
      {word}
    </p>
  )
}

/** A title, struck where it does not take place; a screen reader hears why before it. */
export function MarkedTitle({ date, title, lang }: { date: EventDate; title: string; lang: string }) {
  const mark = markOf(date, useTexts().t.event)
  return (
    <>
      {mark && <span class="sr-only">{mark[2]}: </span>}
      <span lang={lang} class={mark?.[0] === 'cancelled' ? 'struck' : undefined}>
        {title}
      </span>
    </>
  )
}
