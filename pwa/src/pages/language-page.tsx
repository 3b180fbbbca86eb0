// SPDX-License-Identifier: EUPL-1.2
/** The language of the app; what the municipality writes stays in its own. */

import { switchLanguage, useTexts, type Language } from '../i18n'
import { Page } from '../ui/frame'
import { Row, Rows } from '../ui/list'
import { store } from '../ui/settings'
import { toast } from '../ui/toast'

/** Each language under its own name, so that everyone finds theirs. */
const languages: { value: Language; name: string; saved: string }[] = [
  { value: 'de', name: 'Deutsch', saved: 'Sprache: Deutsch' },
  { value: 'en', name: 'English', saved: 'Language: English' },
]

export function LanguagePage() {
  const { t, language } = useTexts()
  const choose = (value: Language, saved: string) => {
    switchLanguage(value).then(
      () => {
        store('sv-language', value)
        toast(saved)
      },
      () => toast(t.language.failed, 'offline'),
    )
  }
  return (
    <Page title={t.language.title} back={{ href: '/mehr', label: t.more }}>
      <p class="lead muted">{t.language.lead}</p>
      <Rows>
        {languages.map(({ value, name, saved }) => (
          <Row key={value} label={name} lang={value} current={value === language} onClick={() => choose(value, saved)} />
        ))}
      </Rows>
    </Page>
  )
}
