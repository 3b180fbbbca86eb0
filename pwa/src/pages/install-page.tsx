// SPDX-License-Identifier: EUPL-1.2
/** How the app gets onto the home screen; iPhone and Android differ. */

import { useState } from 'preact/hooks'
import type { Bootstrap } from '../api/types'
import { useTexts } from '../i18n'
import { useInstall } from '../offline/install'
import { Page } from '../ui/frame'
import { Icon } from '../ui/icon'
import { Segment } from '../ui/segment'
import { PhonePicture } from './phone-picture'
import { useWords } from './words'

export function InstallPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const install = useInstall()
  const [system, setSystem] = useState<'ios' | 'android'>(install.platform === 'ios' ? 'ios' : 'android')
  const words = useWords().install
  return (
    <Page title={words.title} back={{ href: '/mehr', label: t.more }}>
      <p class="lead muted">{words.lead}</p>
      {install.installed && (
        <p class="note">
          <Icon name="check" />
          {words.done}
        </p>
      )}
      {install.canPrompt && (
        <p>
          <button type="button" class="kern-btn kern-btn--primary kern-btn--block" onClick={() => void install.prompt()}>
            <span class="kern-label">{words.now}</span>
          </button>
        </p>
      )}
      <Segment<'ios' | 'android'>
        legend={words.platform}
        quiet
        value={system}
        choices={[
          { value: 'ios', label: words.platforms.ios },
          { value: 'android', label: words.platforms.android },
        ]}
        onChoose={(value) => setSystem(value)}
      />
      <PhonePicture tenant={boot.tenant} label={words.picture(boot.tenant.name)} />
      <ol class="steps" role="list">
        {words[system].map((step, index) => (
          <li key={step.title}>
            <span class="step-number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h2>
                {step.title}
                {step.icon && <Icon name={step.icon} />}
              </h2>
              {step.text && <p>{step.text}</p>}
            </div>
          </li>
        ))}
      </ol>
      {boot.push && system === 'ios' && (
        <p class="note">
          <Icon name="bell" />
          <span>{t.push.ios}</span>
        </p>
      )}
      {install.platform === 'desktop' && (
        <p class="note">
          <Icon name="info" />
          <span>{words.desktop}</span>
        </p>
      )}
    </Page>
  )
}
