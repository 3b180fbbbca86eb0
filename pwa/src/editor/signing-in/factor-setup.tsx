// SPDX-License-Identifier: EUPL-1.2
/** Setting up the second factor: pattern to scan (or the key to type), first code, recovery codes that are shown once. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import type { components } from '../../api/schema'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choices'
import { Icon } from '../ui/icon'
import { useRoom } from '../ui/room'
import { say } from '../ui/toasts'
import { CodeField } from './code-field'
import { sentence } from './failures'

type Offer = components['schemas']['FactorOffer']

/** "ABCD EFGH": four letters at a time can be copied by eye. */
export function spaced(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}

export function FactorSetup({ onCodes }: { onCodes(codes: string[]): void }) {
  const { t } = useWords()
  const words = t.signingIn
  const [offer, setOffer] = useState<Offer>()
  const [failed, setFailed] = useState<string>()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [typing, setTyping] = useState(false)
  const phone = useRoom('phone')
  useEffect(() => {
    void staff.POST('/api/v1/staff/second-factor').then((answer) => (answer.ok ? setOffer(answer.data) : setFailed(sentence(answer, t, words.failed))))
    // Once for each opening: another secret would make the scanned one worthless.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const send = async (given: string) => {
    if (given.length < 6) return setError(words.codeMissing)
    if (busy) return
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/second-factor/confirmation', { body: { code: given } })
    setBusy(false)
    if (answer.ok) return onCodes(answer.data.recovery_codes)
    setCode('')
    setError(sentence(answer, t, words.wrongCode))
  }
  if (failed !== undefined) return <p role="alert">{failed}</p>
  if (offer === undefined) return <div class="factor waiting" aria-busy="true" />
  return (
    <div class="factor">
      <div>
        <img class="factor-qr" src={offer.qr_code} alt={words.setupQr} width={200} height={200} />
        {typing ? (
          <p class="factor-secret">
            <span class="muted">{words.setupSecret}</span>
            <code>{spaced(offer.secret)}</code>
          </p>
        ) : (
          <button type="button" class="link" onClick={() => setTyping(true)}>
            {words.setupType}
          </button>
        )}
      </div>
      <form noValidate onSubmit={(event) => (event.preventDefault(), void send(code))}>
        <ol class="factor-steps">
          <li>{words.setupSteps[0]}</li>
          <li>{phone ? words.setupStepPhone : words.setupSteps[1]}</li>
          <li>
            <CodeField id="code" label={words.setupSteps[2] ?? ''} value={code} error={error} onInput={setCode} onComplete={(digits) => void send(digits)} />
            <Button kind="main" submit busy={busy}>
              {words.next}
            </Button>
          </li>
        </ol>
      </form>
    </div>
  )
}

export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone(): void }) {
  const { t } = useWords()
  const words = t.signingIn
  const [kept, setKept] = useState(false)
  const [error, setError] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    say(words.codesCopied)
  }
  return (
    <div class="recovery">
      <ul class="recovery-codes" aria-label={words.codesTitle}>
        {codes.map((each) => (
          <li key={each}>
            <code>{each}</code>
          </li>
        ))}
      </ul>
      <div class="button-row">
        <Button icon="print" onPress={() => print()}>
          {words.codesPrint}
        </Button>
        <Button icon="copy" onPress={() => void copy()}>
          {words.codesCopy}
        </Button>
      </div>
      <Checkbox id="kept" label={words.codesKept} checked={kept} onChange={(on) => (setKept(on), setError(false))} />
      {error && (
        <p class="field-error" role="alert">
          <Icon name="alert" size={18} />
          {words.codesKeptMissing}
        </p>
      )}
      <Button kind="main" onPress={() => (kept ? onDone() : setError(true))}>
        {words.codesDone}
      </Button>
    </div>
  )
}
