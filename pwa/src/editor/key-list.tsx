// SPDX-License-Identifier: EUPL-1.2
/** "?": the keys that act here and now. */

import { useWords } from './i18n'
import { Dialog } from './ui/dialog'
import { Keys, lettersOn, shortcuts, type Shortcut } from './ui/keys'

const GROUPS = ['everywhere', 'lists', 'here'] as const

function byLabel(all: [string, Shortcut][]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [keys, { label }] of all) {
    const known = found.get(label) ?? []
    found.set(label, known.includes(keys) ? known : [...known, keys])
  }
  return found
}

const NAMES: Record<string, string> = { arrowup: 'up', arrowdown: 'down' }

export function KeyList({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useWords()
  const all = open ? shortcuts() : []
  return (
    <Dialog title={t.shell.keys} open={open} onClose={onClose}>
      {!lettersOn() && <p class="muted">{t.shell.keysOff}</p>}
      <div class="key-groups">
        {GROUPS.map((group) => {
          const here = byLabel(all.filter(([, shortcut]) => (shortcut.group ?? 'here') === group))
          return (
            here.size > 0 && (
              <section key={group}>
                <h3>{t.shell.keyGroups[group]}</h3>
                <dl class="key-list">
                  {[...here].map(([label, keys]) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>
                        {keys.map((each) => (
                          <span key={each}>
                            <span class="sr-only">{each}</span>
                            <Keys of={NAMES[each] ?? each} />
                          </span>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          )
        })}
      </div>
    </Dialog>
  )
}
