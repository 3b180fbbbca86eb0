// SPDX-License-Identifier: EUPL-1.2
/** In the search over everything, while the server cannot be asked: the services and offices that the phone knows. */

import type { Bootstrap } from '../api/types'
import { useTexts } from '../i18n'
import { Gate } from '../ui/states'
import { Results } from './results'
import './services.scss'
import { useDirectory, useFind } from './use-directory'
import { useWords } from './words'

export function OfflineResults({ boot, query }: { boot: Bootstrap; query: string }) {
  const { t } = useTexts()
  const words = useWords()
  const directory = useDirectory()
  const find = useFind(directory.data)
  return (
    <Gate of={directory} words={t.gate} phone={boot.tenant.phone}>
      {() => (
        <div class="services-results">
          <p class="note">{words.offline}</p>
          <Results boot={boot} find={find} query={query} everywhere={false} />
        </div>
      )}
    </Gate>
  )
}
