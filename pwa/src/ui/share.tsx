// SPDX-License-Identifier: EUPL-1.2
/** Hands the address of this page on: by the system's sheet, else by the clipboard. */

import { Icon } from './icon'
import { toast } from './toast'

interface Words {
  share: string
  copied: string
  notCopied: string
}

/** Copies and says so; a browser that refuses leaves the address itself. */
export async function copy(text: string, words: Omit<Words, 'share'>): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast(words.copied)
  } catch {
    toast(words.notCopied, 'info')
  }
}

export async function share(title: string, url: string, words: Words): Promise<void> {
  if (!('share' in navigator)) return copy(url, words)
  try {
    await navigator.share({ title, url })
  } catch (refusal) {
    // Closing the system's sheet is no error.
    if ((refusal as Error).name !== 'AbortError') toast(words.notCopied, 'info')
  }
}

interface Props {
  title: string
  words: Words
  /** Where the address of the page is not what others should get. */
  url?: string
}

export function Share({ title, words, url }: Props) {
  return (
    <button type="button" class="word-button" onClick={() => void share(title, url ?? location.href, words)}>
      <Icon name="share" size={20} />
      {words.share}
    </button>
  )
}
