// SPDX-License-Identifier: EUPL-1.2
/** Where the directory comes from: the state of each import, what the last one changed, and the key it needs. */

import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { SourceList } from '../publishing/source-list'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { ServicesFrame } from './frame'
import { KeySheet } from './key-sheet'
import type { ServiceSource } from './model'
import { reportWords } from './wording'

const at = (source_id: string) => ({ params: { path: { source_id } } })

export function ServiceSourcesPage() {
  const { t } = useWords()
  const words = t.services.source
  return (
    <ServicesFrame tab="sources">
      <SourceList<ServiceSource>
        name="services/sources"
        words={words}
        load={() => staff.GET('/api/v1/staff/services/sources')}
        run={(id) => staff.POST('/api/v1/staff/services/sources/{source_id}/run', at(id))}
        more={(source, list) => <Details source={source} onChanged={() => void list.reload()} />}
      />
    </ServicesFrame>
  )
}

function Details({ source, onChanged }: { source: ServiceSource; onChanged(): void }) {
  const { t } = useWords()
  const words = t.services.source
  const { can } = useSession()
  const [writing, setWriting] = useState(false)
  const said = source.report && reportWords(source.report, t)
  return (
    <>
      {said && <p class="row-line">{words.report(said)}</p>}
      {source.secret !== null && (
        <div class="source-key">
          <span class="muted">
            <Icon name="key" size={18} />
            {source.secret === 'set' ? words.keySet : words.keyMissing}
          </span>
          {can('ADMIN') && (
            <Button small kind="plain" label={`${source.secret === 'set' ? words.keyChange : words.keyAdd}: ${source.name}`} onPress={() => setWriting(true)}>
              {source.secret === 'set' ? words.keyChange : words.keyAdd}
            </Button>
          )}
        </div>
      )}
      {writing && (
        <KeySheet
          source={source}
          onClose={() => setWriting(false)}
          onDone={() => {
            setWriting(false)
            onChanged()
          }}
        />
      )}
    </>
  )
}
