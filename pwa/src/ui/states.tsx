// SPDX-License-Identifier: EUPL-1.2
/** Loading, empty, broken, never loaded: each says what is, then what to do. Knows no words of its own. */

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon, type IconName } from './icon'
import { telOf } from './phone'

interface StateProps {
  icon: IconName
  title: string
  text: string
  /** Says it aloud when it takes the place of content one asked for. */
  announce?: boolean
  /** The page has no other heading. */
  alone?: boolean
  children?: ComponentChildren
}

export function StateNote({ icon, title, text, announce = false, alone = false, children }: StateProps) {
  const Heading = alone ? 'h1' : 'h2'
  return (
    <div class="state" role={announce ? 'status' : undefined}>
      <span class="state-icon">
        <Icon name={icon} size={32} />
      </span>
      <Heading tabIndex={alone ? -1 : undefined}>{title}</Heading>
      <p>{text}</p>
      {children}
    </div>
  )
}

/** True after 300 ms: a skeleton that flashes is worse than none. */
export function useSlow(): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return slow
}

export function Skeleton({ rows = 3, label, text = false }: { rows?: number; label: string; text?: boolean }) {
  const slow = useSlow()
  return (
    <div aria-busy="true" class={text ? 'skeleton skeleton-text' : 'skeleton'}>
      {slow && (
        <>
          <p class="sr-only" role="status">
            {label}
          </p>
          <div class={text ? undefined : 'card'} aria-hidden="true">
            {Array.from({ length: rows }, (_, row) => (
              <div class="skeleton-row" key={row}>
                <div class="skeleton-lines">
                  <i />
                  <i />
                  <i />
                  <i />
                </div>
                {!text && <i class="skeleton-thumb" />}
              </div>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

export interface GateWords {
  loading: string
  errorTitle: string
  error: string
  retry: string
  urgent: string
  neverTitle: string
  never: string
  toStart: string
}

interface GateProps<T> {
  of: { data: T | undefined; state: string; reload(): void }
  words: GateWords
  phone: string | null
  skeleton?: ComponentChildren
  /** What to show when the server says there is no such thing (any more). */
  missing?: ComponentChildren
  /** Nothing else stands on the page: the state is its heading. */
  alone?: boolean
  /** Start itself is not there either: only another try leads on. */
  lost?: boolean
  children: (data: T) => ComponentChildren
}

/** Shows the data as soon as there is any, however old; without any it says honestly why. */
export function Gate<T>({ of, words, phone, skeleton, missing, alone, lost = false, children }: GateProps<T>) {
  if (of.state === 'missing') return <>{missing}</>
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.state === 'offline')
    return (
      <StateNote icon="offline" title={words.neverTitle} text={words.never} announce alone={alone}>
        {lost ? (
          <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={() => of.reload()}>
            <span class="kern-label">{words.retry}</span>
          </button>
        ) : (
          <a class="kern-btn kern-btn--secondary kern-btn--block" href="/">
            <span class="kern-label">{words.toStart}</span>
          </a>
        )}
      </StateNote>
    )
  if (of.state === 'error')
    return (
      <StateNote icon="refresh" title={words.errorTitle} text={words.error} announce alone={alone}>
        <button type="button" class="kern-btn kern-btn--primary kern-btn--block" onClick={() => of.reload()}>
          <span class="kern-label">{words.retry}</span>
        </button>
        {phone !== null && (
          <p class="meta">
            {words.urgent} <a href={telOf(phone)}>{phone}</a>
          </p>
        )}
      </StateNote>
    )
  return <>{skeleton ?? <Skeleton label={words.loading} />}</>
}
