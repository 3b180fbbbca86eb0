// SPDX-License-Identifier: EUPL-1.2
/** One field that finds a service by its name and adds it with one press. */

import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/fields'
import { findServices, type Found } from './top'

const PAUSE_MS = 250
const SHORTEST = 2

interface Props {
  /** Those that stand there already. */
  taken: string[]
  /** Why nothing more can be added. */
  full: string | undefined
  onAdd(item: Found): void
}

export function AddService({ taken, full, onAdd }: Props) {
  const { t } = useWords()
  const words = t.offices.top
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [hits, setHits] = useState<Found[]>()
  useEffect(() => {
    setHits(undefined)
    if (typed.trim().length < SHORTEST) return
    let wanted = true
    const timer = setTimeout(() => void findServices(typed).then((found) => wanted && setHits(found)), PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [typed])
  if (!open)
    return (
      <div>
        <Button icon="plus" onPress={() => (setOpen(true), setTimeout(() => document.getElementById('top-search')?.focus()))}>
          {words.add}
        </Button>
      </div>
    )
  return (
    <div class="top-add">
      <TextField id="top-search" label={words.search} value={typed} help={full} onInput={setTyped} />
      <p class="sr-only" role="status">
        {hits && words.found(hits.length)}
      </p>
      {hits && full === undefined && (
        <ul class="rows" role="list">
          {hits.length === 0 && <li class="row muted">{words.found(0)}</li>}
          {hits.map((hit) => (
            <li key={hit.id} class="row">
              <div class="row-words">
                {taken.includes(hit.id) ? (
                  <strong>{hit.title}</strong>
                ) : (
                  <button
                    type="button"
                    class="row-link"
                    onClick={() => {
                      onAdd(hit)
                      setTyped('')
                      document.getElementById('top-search')?.focus()
                    }}
                  >
                    {hit.title}
                  </button>
                )}
                <p class="row-line">{taken.includes(hit.id) ? words.already : hit.situation.name}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
