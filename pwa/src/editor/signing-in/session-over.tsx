// SPDX-License-Identifier: EUPL-1.2
/** The session is over: the sign-in lies over the page, text and place stay, and what was being sent goes on afterwards. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { onSignedOut, session as askSession, type Session } from '../../api/staff'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { CodeStep, PasswordStep } from './steps'

const LOOK_MS = 30_000

/** When somebody last did something here; the server counts from the last request, so this is never too late. */
function useIdle(minutes: number, onIdle: () => void): void {
  const last = useRef(Date.now())
  useEffect(() => {
    const act = () => {
      last.current = Date.now()
    }
    const look = () => {
      if (document.visibilityState === 'visible' && Date.now() - last.current > minutes * 60_000) onIdle()
    }
    const signs = ['keydown', 'pointerdown'] as const
    // Before the deed counts, the pause is judged: coming back is not having been here.
    const came = () => (look(), act())
    for (const sign of signs) addEventListener(sign, came, true)
    document.addEventListener('visibilitychange', look)
    const timer = setInterval(look, LOOK_MS)
    return () => {
      for (const sign of signs) removeEventListener(sign, came, true)
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
    }
  }, [minutes, onIdle])
}

export function SessionOver({ onEnter }: { onEnter(session: Session): void }) {
  const { t } = useWords()
  const { person, session } = useSession()
  const [step, setStep] = useState<'password' | 'code'>()
  const [recovery, setRecovery] = useState(false)
  const [paused, setPaused] = useState(false)
  const waiting = useRef<((back: boolean) => void)[]>([])
  const dialog = useRef<HTMLDialogElement>(null)

  const ask = useCallback((paused: boolean) => {
    setPaused(paused)
    setStep((now) => now ?? 'password')
    return new Promise<boolean>((tell) => waiting.current.push(tell))
  }, [])
  useEffect(() => {
    onSignedOut(() => ask(false))
    return () => onSignedOut(async () => false)
  }, [ask])
  const look = useCallback(async () => {
    const answer = await askSession()
    if (answer.ok && answer.data.state !== 'signed-in') void ask(true)
  }, [ask])
  useIdle(session.idle_minutes, () => void look())
  const open = step !== undefined
  useEffect(() => {
    if (!open) return
    const element = dialog.current
    element?.showModal()
    element?.querySelector<HTMLElement>('#password')?.focus()
    return () => element?.close()
  }, [open])
  if (!open) return null

  const enter = (next: Session) => {
    if (next.state === 'code') return setStep('code')
    // Somebody else's page would be wrong here.
    if (next.person?.id !== person.id || next.state !== 'signed-in') return location.reload()
    onEnter(next)
    setStep(undefined)
    for (const tell of waiting.current.splice(0)) tell(true)
  }
  const words = t.signingIn
  return (
    <dialog ref={dialog} class="modal dialog session-over" aria-labelledby="over-title" onCancel={(event) => event.preventDefault()}>
      <div class="modal-body">
        <h2 id="over-title">{words.overTitle}</h2>
        <p>{paused ? words.overText(session.idle_minutes) : words.overEnded}</p>
        {step === 'code' ? <CodeStep key={String(recovery)} recovery={recovery} onEnter={enter} onExpired={() => setStep('password')} /> : <PasswordStep email={person.email} onEnter={enter} />}
        <div class="door-links">
          {step === 'code' && (
            <button type="button" class="link" onClick={() => setRecovery(!recovery)}>
              {recovery ? words.useApp : words.useRecovery}
            </button>
          )}
          <button type="button" class="link" onClick={() => location.reload()}>
            {words.overLeave}
          </button>
        </div>
      </div>
    </dialog>
  )
}
