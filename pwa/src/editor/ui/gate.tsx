// SPDX-License-Identifier: EUPL-1.2
/** Shows what was loaded; without anything it says why and what to do. */

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from './button'
import { Empty } from './empty'
import type { Loaded } from './load'

/** True after 300 ms: a skeleton that flashes is worse than none. */
function useSlow(): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return slow
}

export function Skeleton({ rows = 4 }: { rows?: number }) {
  const { t } = useWords()
  const slow = useSlow()
  return (
    <div aria-busy="true" class="skeleton">
      {slow && (
        <>
          <p class="sr-only" role="status">
            {t.shell.loading}
          </p>
          <div class="rows" aria-hidden="true">
            {Array.from({ length: rows }, (_, row) => (
              <div class="row" key={row}>
                <span class="row-picture" />
                <div class="row-words">
                  <i />
                  <i />
                </div>
              </div>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

interface Props<T> {
  of: Loaded<T>
  skeleton?: ComponentChildren
  /** The page has no heading of its own yet. */
  alone?: boolean
  children: (data: T) => ComponentChildren
}

export function Gate<T>({ of, skeleton, alone = false, children }: Props<T>) {
  const { t } = useWords()
  if (of.state === 'problem' && of.problem?.status === 404)
    return (
      <Empty icon="search" title={t.shell.missingTitle} text={t.shell.missing} alone={alone} action={<Button href="/redaktion">{t.shell.toToday}</Button>} />
    )
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.state === 'loading') return <>{skeleton ?? <Skeleton />}</>
  const refused = of.problem?.status === 403
  const [title, text] =
    of.state === 'unreachable'
      ? [t.shell.unreachableTitle, t.shell.unreachable]
      : refused
        ? [t.shell.refusedTitle, t.shell.refused]
        : [t.shell.brokenTitle, t.shell.broken]
  return (
    <Empty
      icon={of.state === 'unreachable' ? 'offline' : 'alert'}
      title={title}
      text={text}
      alone={alone}
      action={<Button onPress={() => void of.reload()}>{t.shell.retry}</Button>}
    />
  )
}
