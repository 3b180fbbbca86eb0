// SPDX-License-Identifier: EUPL-1.2
/** Mitteilungen: what rings on this device, and when not. Permission is asked only after the tap on the button. */

import { useState } from 'preact/hooks'
import type { Bootstrap } from '../api/types'
import { useTexts } from '../i18n'
import { useInstall } from '../offline/install'
import { Page } from '../ui/frame'
import { Icon } from '../ui/icon'
import { Skeleton, StateNote } from '../ui/states'
import { Arrived } from './arrived'
import { Choices } from './choices'
import { useDevice } from './device'
import './push.scss'
import { whereToAllow } from './standing'
import { Stop } from './stop'
import { useWords } from './words'

export function PushPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  return (
    <Page title={words.title} back={{ href: '/mehr', label: t.more }}>
      {boot.push === null ? <StateNote icon="bell" title={words.none.title} text={words.none.text} /> : <Inside boot={boot} publicKey={boot.push.public_key} />}
    </Page>
  )
}

function Inside({ boot, publicKey }: { boot: Bootstrap; publicKey: string }) {
  const { t } = useTexts()
  const words = useWords()
  const { installed, platform } = useInstall()
  const { device, refresh } = useDevice()
  // Counts the subscriptions that ended: the choice below begins anew.
  const [round, setRound] = useState(0)
  if (device === undefined) return <Skeleton label={t.gate.loading} />
  const stop = device.record !== undefined && (
    <Stop
      onStopped={() => {
        setRound(round + 1)
        void refresh()
      }}
    />
  )
  if (device.standing === 'install')
    return (
      <StateNote icon="install" title={words.install.title} text={words.install.text}>
        <a class="kern-btn kern-btn--primary kern-btn--block" href="/mehr/installieren">
          <span class="kern-label">{words.install.link}</span>
        </a>
      </StateNote>
    )
  if (device.standing === 'unsupported') return <StateNote icon="bell" title={words.unsupported.title} text={words.unsupported.text} />
  if (device.standing === 'denied')
    return (
      <>
        <div role="status">
          <StateNote icon="bell" title={words.denied.title} text={words.denied.text} />
          <p class="note push-state">
            <Icon name="info" />
            <span>{words.denied.how[whereToAllow(navigator.userAgent, platform, installed)]}</span>
          </p>
        </div>
        {stop}
      </>
    )
  return (
    <>
      <p class="lead muted">{words.lead}</p>
      <p class="note push-state" role="status">
        <Icon name={device.standing === 'on' ? 'check' : 'bell'} />
        <span>
          <strong>{words[device.standing]}</strong> {device.lost !== undefined && words.lost}
        </span>
      </p>
      {device.standing === 'on' && <Arrived town={boot.tenant.language} />}
      <Choices
        key={`${device.standing} ${round}`}
        boot={boot} publicKey={publicKey} record={device.standing === 'on' ? device.record : undefined} lost={device.lost} onChanged={refresh} />
      {stop}
      <p class="meta push-legal">
        {words.privacy}{' '}
        {boot.pages
          .filter(({ role }) => role === 'privacy')
          .map(({ slug, title }) => (
            <a key={slug} href={`/seiten/${slug}`} lang={boot.tenant.language}>
              {title}
            </a>
          ))}
      </p>
    </>
  )
}
