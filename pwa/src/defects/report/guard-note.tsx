// SPDX-License-Identifier: EUPL-1.2
/** Says what in a text tells who somebody is, and covers it with one tap; it never blocks. */

import { useMemo } from 'preact/hooks'
import { Icon } from '../../ui/icon'
import { toast } from '../../ui/toast'
import { find, mask, type Find } from '../guard'
import { useReportWords } from './words'

const OWN: Find['kind'][] = ['phone', 'mail', 'name']

export function GuardNote({ text, onCover }: { text: string; onCover(text: string): void }) {
  const words = useReportWords().guard
  const finds = useMemo(() => find(text), [text])
  const kinds = [...new Set(finds.map(({ kind }) => kind))]
  return (
    <div role="status">
      {finds.length > 0 && (
        <div class="note guard-note">
          <Icon name="shield" />
          <div>
            <p>
              <strong>{words.found(kinds.map((kind) => words.kinds[kind]), finds.length)}</strong> {words.text} {kinds.some((kind) => OWN.includes(kind)) && words.contact}
            </p>
            <button
              type="button"
              class="link-button"
              onClick={() => {
                onCover(mask(text))
                document.getElementById('text')?.focus()
                toast(words.covered)
              }}
            >
              {words.cover}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
