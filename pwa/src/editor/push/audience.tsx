// SPDX-License-Identifier: EUPL-1.2
/** Whom a notification reaches, said before it leaves, and a test to the device one sits at. */

import { useState } from 'preact/hooks'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import type { Loaded } from '../ui/load'
import { testHere, type Tested } from './api'
import type { Audience } from './model'

interface Props {
  audience: Loaded<Audience>
  /** In words; empty: nobody is chosen. */
  topics: string
  nobody: string
  test: { title: string; text: string; url: string; urgent: boolean }
  /** A test needs a title; says what is missing. */
  ready(): boolean
}

function Sentence({ audience, topics, nobody }: Omit<Props, 'test' | 'ready'>) {
  const { t, language } = useWords()
  const words = t.push
  if (topics === '') return <p>{nobody}</p>
  if (audience.data === undefined) return <p>{audience.state === 'loading' ? words.counting : words.uncounted}</p>
  const { devices, quiet, quiet_until } = audience.data
  if (devices === 0) return <p>{words.nobodyYet(topics)}</p>
  return (
    <>
      <p>
        <strong>{words.devices(devices)}</strong> {words.subscribed(devices)}
        {words.subscribedTo(topics)}
      </p>
      {quiet > 0 && quiet_until !== null && <p class="muted">{words.quiet(quiet, clock(quiet_until, language))}</p>}
    </>
  )
}

/** Quiet hours end within a day: the clock says enough. */
function clock(iso: string, language: Parameters<typeof momentWords>[2]): string {
  return momentWords(new Date(iso), new Date(), language).replace(/^.*, /, '')
}

export function AudiencePanel(props: Props) {
  const { t } = useWords()
  const words = t.push
  const [tested, setTested] = useState<Tested | 'running'>()
  const test = async () => {
    if (!props.ready()) return
    setTested('running')
    setTested(await testHere(props.test))
  }
  const said = { running: words.testing, reached: words.tested, slow: words.testSlow, failed: words.testFailed, none: words.noDevice }
  return (
    <div class="audience">
      <div class="audience-line">
        <Icon name="people" size={24} />
        <div class="audience-words" role="status">
          <Sentence {...props} />
        </div>
        <Button small icon="computer" busy={tested === 'running'} onPress={() => void test()}>
          {words.test}
        </Button>
      </div>
      <p class="audience-test" role="status">
        {tested !== undefined && said[tested]}{' '}
        {tested === 'none' && (
          <a href="/mehr/mitteilungen" target="_blank" rel="noopener">
            {words.noDeviceLink}
          </a>
        )}
      </p>
    </div>
  )
}
