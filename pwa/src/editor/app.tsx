// SPDX-License-Identifier: EUPL-1.2
/** From the first look at the session to the page: signs in, sets up, or shows what the address says. */

import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { read } from '../api/client'
import { session as askSession, remember, staff, type Session } from '../api/staff'
import type { Bootstrap, Tenant } from '../api/types'
import { usePlace } from '../ui/router'
import { usePaper } from '../ui/settings'
import { saveOpen } from './compose/desk'
import { draftPrefix, drafts } from './compose/drafts'
import { Frame } from './frame'
import { useWords } from './i18n'
import { linkPageOf } from './routes'
import { allows, SessionContext, type Signed } from './session'
import { InvitationPage } from './signing-in/invitation-page'
import { ResetPage } from './signing-in/reset-page'
import { FactorSetupPage } from './signing-in/factor-setup-page'
import { SignInPage } from './signing-in/sign-in-page'
import { SwitchPage } from './signing-in/switch-page'
import { SessionOver } from './signing-in/session-over'
import { Button } from './ui/button'
import { Empty } from './ui/empty'
import { forgetLoaded } from './ui/load'
import { say } from './ui/toasts'

const WAIT_MS = 5000

interface Start {
  boot: Bootstrap | undefined
  session: Session | undefined
  unreachable: boolean
}

/** Municipality and session, asked for until both are there. */
function useStart(): [Start, (session: Session) => void] {
  const [start, setStart] = useState<Start>({ boot: undefined, session: undefined, unreachable: false })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const [boot, session] = await Promise.all([read('/api/v1/bootstrap'), askSession()])
      if (boot.kind === 'body' && session.ok) {
        setStart({ boot: boot.body as Bootstrap, session: session.data, unreachable: false })
        return
      }
      setStart((before) => ({ ...before, unreachable: true }))
      timer = setTimeout(() => void ask(), WAIT_MS)
    }
    void ask()
    return () => clearTimeout(timer)
  }, [])
  const enter = useCallback((session: Session) => setStart((before) => ({ ...before, session: remember(session) })), [])
  return [start, enter]
}

/** Where residents report to another app, there is nothing to answer here. */
function modulesOf({ modules, defects }: Bootstrap): string[] {
  return modules.filter((name) => name !== 'defects' || defects?.mode === 'own')
}

export function App() {
  const { t } = useWords()
  const [{ boot, session, unreachable }, enter] = useStart()
  usePaper(boot?.theme.paper_light, boot?.theme.paper_dark)
  if (boot === undefined || session === undefined)
    return unreachable ? (
      <main class="alone">
        <Empty
          alone
          icon="offline"
          title={t.shell.unreachableTitle}
          text={t.shell.unreachable}
          action={<Button onPress={() => location.reload()}>{t.shell.retry}</Button>}
        />
      </main>
    ) : null
  return <Inside tenant={boot.tenant} modules={modulesOf(boot)} map={boot.map} holidays={boot.holidays} session={session} onEnter={enter} />
}

interface InsideProps {
  tenant: Tenant
  modules: string[]
  map: Bootstrap['map']
  holidays: Bootstrap['holidays']
  session: Session
  onEnter(session: Session): void
}

function Inside({ tenant, modules, map, holidays, session, onEnter }: InsideProps) {
  const { path } = usePlace()
  const link = linkPageOf(path)
  const common = { tenant, session, onEnter }
  if (link === 'invitation') return <InvitationPage {...common} />
  if (link === 'reset') return <ResetPage {...common} />
  if (link === 'switch') return <SwitchPage {...common} />
  if (session.person === null || session.state === 'anonymous' || session.state === 'code') return <SignInPage {...common} />
  if (session.state === 'setup') return <FactorSetupPage {...common} />
  return <SignedIn {...common} modules={modules} map={map} holidays={holidays} person={session.person} />
}

function SignedIn({ tenant, modules, map, holidays, session, person, onEnter }: InsideProps & { person: Signed['person'] }) {
  const { t } = useWords()
  const signed = useMemo<Signed>(
    () => ({
      person,
      session,
      tenant,
      modules,
      map,
      holidays,
      municipalities: session.municipalities,
      can: (role) => allows(person, role),
      refresh: async () => {
        const answer = await askSession()
        if (answer.ok) onEnter(answer.data)
      },
      signOut: async (everywhere = false) => {
        const whole = await saveOpen()
        const answer = await (everywhere ? staff.DELETE('/api/v1/staff/sessions') : staff.DELETE('/api/v1/staff/session'))
        if (!answer.ok) return say(t.shell.unreachable)
        forgetLoaded()
        onEnter(answer.data)
        // After the pages are gone: whatever they kept on leaving goes, too; unless it is the only copy of what was just written.
        if (whole) setTimeout(() => void drafts.removeAll(draftPrefix(person.id)))
      },
    }),
    [person, session, tenant, modules, map, holidays, onEnter, t],
  )
  return (
    <SessionContext.Provider value={signed}>
      <Frame />
      <SessionOver onEnter={onEnter} />
    </SessionContext.Provider>
  )
}
