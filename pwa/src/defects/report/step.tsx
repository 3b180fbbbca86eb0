// SPDX-License-Identifier: EUPL-1.2
/** What steps two to four stand in: the way back, how far one is, the one main button at the bottom. */

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Page } from '../../ui/frame'
import { navigate } from '../../ui/router'
import { Sheet } from '../../ui/sheet'
import { toast } from '../../ui/toast'
import { useTexts } from '../../i18n'
import { isBegun, type Drafting } from './draft'
import { addressOf, STEPS, type Step } from './steps'
import { useReportWords } from './words'

let forms = 0

/** The tab bar makes room for the action bar. */
export function useForm(): void {
  useEffect(() => {
    const change = (by: number): void => {
      // The next step is there before the last one is gone.
      forms += by
      document.documentElement.classList.toggle('in-form', forms > 0)
    }
    change(1)
    return () => change(-1)
  }, [])
}

interface Props {
  step: Exclude<Step, 'category'>
  title: string
  wrong?: boolean
  drafting: Drafting
  children: ComponentChildren
  /** The map brings its own. */
  actions?: ComponentChildren
}

export function StepPage({ step, title, wrong = false, drafting, children, actions }: Props) {
  const words = useReportWords()
  const number = STEPS.indexOf(step) + 1
  useForm()
  return (
    <Page
      title={(wrong ? words.errorTitle : '') + title}
      heading={false}
      back={{ href: addressOf(STEPS[number - 2] ?? 'category'), label: words.back }}
      action={<Leave drafting={drafting} />}
    >
      <p class="report-steps">
        <span class="meta">{words.step(number)}</span>
        <span class="report-steps-bar" aria-hidden="true">
          {STEPS.map((each, at) => (
            <i key={each} class={at < number ? 'on' : undefined} />
          ))}
        </span>
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      {children}
      {actions !== undefined && <div class="action-bar">{actions}</div>}
    </Page>
  )
}

function Leave({ drafting: { draft, drop } }: { drafting: Drafting }) {
  const { t } = useTexts()
  const words = useReportWords()
  const [open, setOpen] = useState(false)
  const leave = (): void => {
    if (isBegun(draft)) return setOpen(true)
    void drop()
    navigate('/maengel/melden')
  }
  return (
    <>
      <button type="button" class="word-button" onClick={leave}>
        {words.cancel}
      </button>
      <Sheet title={words.leave.title} close={t.close} open={open} onClose={() => setOpen(false)}>
        <p>{words.leave.text}</p>
        <div class="sheet-buttons">
          <button
            type="button"
            class="kern-btn kern-btn--primary kern-btn--block"
            onClick={() => {
              setOpen(false)
              navigate('/maengel/melden')
            }}
          >
            <span class="kern-label">{words.leave.keep}</span>
          </button>
          <button
            type="button"
            class="kern-btn kern-btn--secondary kern-btn--block"
            onClick={() => {
              setOpen(false)
              void drop().then(() => toast(words.begun.dropped))
              navigate('/maengel/melden')
            }}
          >
            <span class="kern-label">{words.leave.drop}</span>
          </button>
        </div>
      </Sheet>
    </>
  )
}

export function MainButton({ label, busy = false, onPress }: { label: string; busy?: boolean; onPress(): void }) {
  return (
    <button type="button" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={busy} onClick={() => !busy && onPress()}>
      <span class="kern-label">{label}</span>
    </button>
  )
}
