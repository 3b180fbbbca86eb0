// SPDX-License-Identifier: EUPL-1.2
/** What was saved, by whom and when; one version beside the present text, and the way back to it. Knows no feature. */

import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'
import { textOf } from './blocks'
import type { Wording } from './conflict-page'
import { changes } from './diff'
import { Marked } from './marked'
import { same } from './merge'
import { momentWords } from './moments'

export interface Revision {
  id: string
  at: string
  author: string
  kind: 'saved' | 'submitted' | 'returned' | 'published' | 'withdrawn' | 'restored' | 'imported'
}

interface Props<C> {
  current: C
  wording: Wording<C>
  list(): Promise<Revision[] | undefined>
  /** The content of that time. */
  get(id: string): Promise<C | undefined>
  onRestore?(id: string): void
  onClose(): void
}

function useOnce<R>(load: () => Promise<R | undefined>, key: string): { data: R | undefined; failed: boolean } {
  const [seen, setSeen] = useState<{ key: string; data: R | undefined }>()
  useEffect(() => {
    let wanted = true
    void load().then((data) => wanted && setSeen({ key, data }))
    return () => {
      wanted = false
    }
    // What is loaded is told by its key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  const data = seen?.key === key ? seen.data : undefined
  return { data, failed: seen?.key === key && seen.data === undefined }
}

export function HistorySheet<C extends object>(props: Props<C>) {
  const { t, language } = useWords()
  const words = t.compose.history
  const [chosen, setChosen] = useState<Revision>()
  const { data, failed } = useOnce(props.list, 'list')
  const line = ({ author, at }: Revision) => words.by(author, momentWords(new Date(at), new Date(), language))
  return (
    <Sheet open title={chosen === undefined ? words.title : words.kinds[chosen.kind]} onClose={props.onClose}>
      {chosen === undefined ? (
        <>
          {failed && <p role="alert">{words.failed}</p>}
          {data?.length === 0 && <p>{words.empty}</p>}
          <ol class="history">
            {data?.map((revision) => (
              <li key={revision.id}>
                <button type="button" class="history-line" onClick={() => setChosen(revision)}>
                  <strong>{words.kinds[revision.kind]}</strong>
                  <span class="muted">{line(revision)}</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <>
          <Button kind="plain" icon="back" onPress={() => setChosen(undefined)}>
            {words.back}
          </Button>
          <p class="muted">{line(chosen)}</p>
          <Version key={chosen.id} {...props} revision={chosen} />
        </>
      )}
    </Sheet>
  )
}

function Version<C extends object>({ current, wording, get, onRestore, revision }: Props<C> & { revision: Revision }) {
  const { t } = useWords()
  const words = t.compose.history
  const { data, failed } = useOnce(() => get(revision.id), revision.id)
  if (failed) return <p role="alert">{words.failed}</p>
  if (data === undefined) return <p class="muted">{words.loading}</p>
  const read = (field: keyof C & string, value: unknown) =>
    wording.texts.includes(field) ? textOf(String(value)) : wording.words(field, value)
  const different = wording.fields.filter((field) => !same(data[field], current[field]))
  if (different.length === 0) return <p>{words.same}</p>
  return (
    <>
      <p class="muted">{words.hint}</p>
      {different.map((field) => (
        <section key={field} class="history-field">
          <h3>{wording.label(field)}</h3>
          <p>
            {read(field, data[field]) === read(field, current[field]) ? (
              words.onlyLook
            ) : (
              <Marked segments={changes(read(field, data[field]), read(field, current[field]))} />
            )}
          </p>
        </section>
      ))}
      {onRestore && (
        <Button icon="undo" onPress={() => onRestore(revision.id)}>
          {words.restore}
        </Button>
      )}
    </>
  )
}
