// SPDX-License-Identifier: EUPL-1.2
/** The secret link: handed on, copied, or read by another device's camera; and whether this device keeps it. */

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../../ui/icon'
import { copy, share } from '../../ui/share'
import { toast } from '../../ui/toast'
import { forgetMine, rememberMine } from '../mine'
import { isSecret } from '../topics'
import { useWords } from '../words'
import type { OwnProps } from './own-part'

/** Quiet modules around the code, without which cameras do not find it. */
const MARGIN = 4

/** The code as one path; drawn on the phone, because the link is nobody else's business. */
function usePath(link: string): { path: string; side: number } | undefined {
  const [drawn, setDrawn] = useState<{ path: string; side: number }>()
  useEffect(() => {
    let wanted = true
    void import('uqr').then(
      ({ encode }) => {
        const { data, size } = encode(link, { ecc: 'M', border: MARGIN })
        const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
        if (wanted) setDrawn({ path, side: size })
      },
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [link])
  return drawn
}

interface LinkProps {
  id: string
  number: string
  secret: string
  /** Of the municipality. */
  origin: string
  children?: ComponentChildren
}

/** The link in every shape in which one may want to keep it. */
export function SecretLink({ id, number, secret, origin, children }: LinkProps) {
  const words = useWords().link
  const link = `${origin}/maengel/${id}#${secret}`
  const code = usePath(link)
  const shares = 'share' in navigator
  return (
    <>
      <p>{words.text}</p>
      {code && (
        <figure class="code">
          <svg viewBox={`0 0 ${code.side} ${code.side}`} role="img" aria-label={words.qr} shape-rendering="crispEdges">
            <rect width={code.side} height={code.side} fill="#fff" />
            <path d={code.path} fill="#000" />
          </svg>
          <figcaption class="meta">{words.qrHint}</figcaption>
        </figure>
      )}
      <div class="sheet-buttons">
        {shares && (
          <button type="button" class="kern-btn kern-btn--primary kern-btn--block" onClick={() => void share(words.shareTitle(number), link, words)}>
            <Icon name="share" size={20} />
            <span class="kern-label">{words.share}</span>
          </button>
        )}
        <button type="button" class={`kern-btn kern-btn--${shares ? 'secondary' : 'primary'} kern-btn--block`} onClick={() => void copy(link, words)}>
          <Icon name="copy" size={20} />
          <span class="kern-label">{words.copy}</span>
        </button>
        {children}
      </div>
      {isSecret(secret) && <p class="meta">{words.lost}</p>}
    </>
  )
}

export function LinkSheet({ report, own, secret, boot }: OwnProps) {
  const words = useWords().link
  const keep = async () => {
    const { id, number, category, place, received_at: received, due_on } = report
    try {
      await rememberMine({ id, secret, number, category, place, created: Date.parse(received), state: 'sent', due_on })
      toast(words.kept)
    } catch {
      toast(words.notKept, 'info')
    }
    await own.look()
  }
  const remove = async () => {
    await forgetMine(report.id)
    toast(words.removed)
    // The page keeps working with the link it was opened with.
    history.replaceState(history.state, '', `/maengel/${report.id}#${secret}`)
    await own.look()
  }
  return (
    <SecretLink id={report.id} number={report.number} secret={secret} origin={boot.tenant.origin}>
      {own.kept === undefined ? (
        <button type="button" class="kern-btn kern-btn--tertiary kern-btn--block" onClick={() => void keep()}>
          <span class="kern-label">{words.keep}</span>
        </button>
      ) : (
        <button type="button" class="kern-btn kern-btn--tertiary kern-btn--block" onClick={() => void remove()}>
          <span class="kern-label">{words.remove}</span>
        </button>
      )}
    </SecretLink>
  )
}
