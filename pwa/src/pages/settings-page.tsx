// SPDX-License-Identifier: EUPL-1.2
/** Mehr: how the app looks, what it remembers, who stands behind it. Every change counts at once. */

import { useState } from 'preact/hooks'
import { version } from '../../package.json'
import type { Bootstrap, PageLink } from '../api/types'
import { switchLanguage, useTexts } from '../i18n'
import { forgetEverything } from '../offline/forget'
import { useInstall } from '../offline/install'
import { Page } from '../ui/frame'
import { Icon, type IconName } from '../ui/icon'
import { Row, Rows } from '../ui/list'
import { Segment } from '../ui/segment'
import { resetLook, useTextSize, useTheme, type Papers, type TextChoice, type ThemeChoice } from '../ui/settings'
import { Sheet } from '../ui/sheet'
import { toast } from '../ui/toast'

const icons: Record<NonNullable<PageLink['role']>, IconName> = {
  imprint: 'info',
  privacy: 'shield',
  accessibility: 'access',
  'easy-language': 'easy',
  'sign-language': 'access',
}
const legal = ['imprint', 'privacy', 'accessibility']

function mail(to: string, subject: string): string {
  return `mailto:${to}?subject=${encodeURIComponent(subject)}`
}

export function SettingsPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const { tenant } = boot
  const papers = { light: boot.theme.paper_light, dark: boot.theme.paper_dark }
  // Counts the times everything was forgotten: the controls below start anew.
  const [round, setRound] = useState(0)
  const forgotten = () => {
    resetLook(papers)
    void switchLanguage('de')
    setRound(round + 1)
  }
  return (
    <Page title={t.settings.title} back={{ href: '/', label: t.tabs.start }}>
      <InstallBox />
      {boot.push && (
        <>
          <h2>{t.push.title}</h2>
          <Rows>
            <Row icon="bell" label={t.push.notify} hint={t.push.hint} href="/mehr/mitteilungen" />
          </Rows>
        </>
      )}
      <Look key={round} boot={boot} papers={papers} />
      <h2>{t.settings.mine}</h2>
      <Rows>
        <Row icon="pin" label={t.settings.municipality} hint={<span lang={tenant.language}>{tenant.name}</span>} href="/mehr/gemeinden" />
        <Forget push={boot.push !== null} onForgotten={forgotten} />
      </Rows>
      <h2>{t.settings.legal}</h2>
      <Rows>
        <PageRows boot={boot} wanted={(page) => page.role !== null && legal.includes(page.role)} />
        <PageRows boot={boot} wanted={(page) => page.role === null} />
        {boot.contact_accessibility !== null && (
          <Row
            icon="flag"
            label={t.settings.barrier}
            hint={t.settings.barrierHint}
            href={mail(boot.contact_accessibility, t.settings.barrierSubject(tenant.name))}
          />
        )}
        {boot.feedback !== null && (
          <Row
            icon="mail"
            label={t.settings.feedback}
            hint={t.settings.barrierHint}
            href={mail(boot.feedback, t.settings.feedbackSubject(tenant.name))}
          />
        )}
      </Rows>
      <p class="meta colophon">{t.settings.version(version)}</p>
      {tenant.demo && (
        <p class="meta colophon">
          <strong class="badge">{t.footer.demo}</strong> {t.footer.demoText}
        </p>
      )}
    </Page>
  )
}

function PageRows({ boot, wanted }: { boot: Bootstrap; wanted(page: PageLink): boolean }) {
  return (
    <>
      {boot.pages.filter(wanted).map((page) => (
        <Row
          key={page.slug}
          icon={page.role === null ? 'doc' : icons[page.role]}
          label={page.title}
          lang={boot.tenant.language}
          href={`/seiten/${page.slug}`}
        />
      ))}
    </>
  )
}

function InstallBox() {
  const { t } = useTexts()
  const { installed } = useInstall()
  if (installed) return null
  return (
    <section class="offer">
      <span class="tile filled">
        <Icon name="install" />
      </span>
      <div>
        <h2>{t.settings.installTitle}</h2>
        <p>{t.settings.installText}</p>
        <a href="/mehr/installieren">{t.settings.installLink}</a>
      </div>
    </section>
  )
}

function Look({ boot, papers }: { boot: Bootstrap; papers: Papers }) {
  const { t } = useTexts()
  const [theme, setTheme] = useTheme(papers)
  const [text, setText] = useTextSize()
  const s = t.settings
  const themes: { value: ThemeChoice; icon?: IconName }[] = [{ value: 'auto' }, { value: 'light', icon: 'sun' }, { value: 'dark', icon: 'moon' }]
  return (
    <>
      <h2>{s.look}</h2>
      <Segment
        legend={s.theme}
        value={theme}
        choices={themes.map(({ value, icon }) => ({
          value,
          label: (
            <>
              {icon && <Icon name={icon} size={20} />}
              {s.themes[value]}
            </>
          ),
        }))}
        onChoose={(value) => {
          setTheme(value)
          toast(s.themeSaved[value])
        }}
      />
      <Segment
        legend={s.text}
        value={text}
        choices={(['normal', 'gross', 'sehr-gross'] as TextChoice[]).map((value) => ({ value, label: s.texts[value] }))}
        onChoose={(value) => {
          setText(value)
          toast(s.textSaved[value])
        }}
      />
      <Rows>
        <Row icon="lang" label={s.language} hint={t.language.name} href="/mehr/sprache" />
        <PageRows boot={boot} wanted={(page) => page.role === 'easy-language' || page.role === 'sign-language'} />
      </Rows>
    </>
  )
}

function Forget({ push, onForgotten }: { push: boolean; onForgotten(): void }) {
  const { t } = useTexts()
  const s = t.settings
  const [asking, setAsking] = useState(false)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const forget = () => {
    setState('busy')
    forgetEverything().then(
      () => {
        setState('idle')
        setAsking(false)
        onForgotten()
        toast(s.forgotten, 'bin')
      },
      () => setState('failed'),
    )
  }
  return (
    <>
      <Row
        icon="bin"
        label={s.forget}
        onClick={() => {
          setState('idle')
          setAsking(true)
        }}
      />
      <Sheet title={s.forget} close={t.close} open={asking} onClose={() => setAsking(false)}>
        <p>
          {s.forgetText} {push && t.push.forget}
        </p>
        <div role="alert">{state === 'failed' && <p class="failure">{s.forgetFailed}</p>}</div>
        <div class="sheet-buttons">
          <button type="button" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={state === 'busy'} onClick={() => state !== 'busy' && forget()}>
            <span class="kern-label">{state === 'busy' ? s.forgetBusy : s.forgetDo}</span>
          </button>
          <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={() => setAsking(false)}>
            <span class="kern-label">{s.forgetCancel}</span>
          </button>
        </div>
      </Sheet>
    </>
  )
}
