// SPDX-License-Identifier: EUPL-1.2
/** The sources of news or events, as a page of their own. */

import type { Answer } from '../../api/staff'
import type { components } from '../../api/schema'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { ListPage } from '../ui/page'
import { SourceList } from './source-list'

interface Props {
  /** The list that the sources fill. */
  back: { href: string; label: string }
  words: { sub: string; items(count: number): string; empty: string }
  load(): Promise<Answer<components['schemas']['StaffSource'][]>>
  run(id: string): Promise<Answer<unknown>>
}

export function SourcesPage({ back, words, load, run }: Props) {
  const { t } = useWords()
  return (
    <ListPage title={t.publishing.source.title} sub={words.sub} action={<Button icon="back" href={back.href}>{back.label}</Button>}>
      <SourceList name={`${back.href}/sources`} words={words} load={load} run={run} />
    </ListPage>
  )
}
