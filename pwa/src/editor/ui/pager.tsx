// SPDX-License-Identifier: EUPL-1.2
/** Leads through a long list, 50 at a time; the page stands in the address. */

import { useWords } from '../i18n'
import { Button } from './button'

interface Props {
  page: number
  size: number
  total: number
  /** For a list that time does not order. */
  words?: { before: string; after: string }
  href(page: number): string
}

export function Pager({ page, size, total, words, href }: Props) {
  const { t } = useWords()
  if (total <= size) return null
  const from = (page - 1) * size + 1
  return (
    <nav class="pager" aria-label={t.shell.pages(from, Math.min(total, page * size), total)}>
      <span class="muted">{t.shell.pages(from, Math.min(total, page * size), total)}</span>
      {page > 1 && (
        <Button small href={href(page - 1)}>
          {words?.before ?? t.shell.newer}
        </Button>
      )}
      {page * size < total && (
        <Button small href={href(page + 1)}>
          {words?.after ?? t.shell.older}
        </Button>
      )}
    </nav>
  )
}
