// SPDX-License-Identifier: EUPL-1.2
/** What rows of different lists have in common: the line under the state, where an item comes from, what one can do. */

import { useWords } from '../i18n'
import type { Words } from '../i18n'
import { Icon } from '../ui/icon'
import type { MenuItem } from '../ui/menu'
import { erase, restore, withdraw } from './deeds'
import type { Item } from './model'
import type { Verbs } from './verbs'

type Row = Pick<Item, 'id' | 'version' | 'state' | 'published_at' | 'submitted_at' | 'unpublished_changes'> & {
  publish_at: string | null
  unpublish_at: string | null
  lacks: string[]
}

/** What it lacks, since or until when. */
export function underState(row: Row, lacks: Record<string, string>, t: Words, when: (iso: string) => string): string {
  const words = t.publishing
  if (row.submitted_at !== null && row.state !== 'submitted') return words.correction
  if (row.unpublished_changes) return words.changed
  if (row.state === 'scheduled' && row.publish_at !== null) return when(row.publish_at)
  if (row.state === 'visible' && row.published_at !== null) return words.since(when(row.published_at))
  if (row.state === 'expired' && row.unpublish_at !== null) return words.until(when(row.unpublish_at))
  if (row.state === 'withdrawn') return ''
  const [lack] = row.lacks
  if (lack !== undefined) return lacks[lack] ?? ''
  return row.publish_at === null ? '' : words.planned(when(row.publish_at))
}

/** "Import „Therme“ · nicht bearbeitet" */
export function FromImport({ name, edited, before }: { name: string; edited: boolean; before?: string }) {
  const { t } = useWords()
  const words = t.publishing
  return (
    <span class="from-import">
      <Icon name="feed" size={16} />
      <span>{[before, words.imported(name), edited ? words.adopted : words.untouched].filter(Boolean).join(' · ')}</span>
    </span>
  )
}

interface Acting<C, T> {
  row: Row
  href: string
  /** Where residents see it. */
  view: string
  verbs: Verbs<C, T>
  contentOf(thing: NoInfer<T>): C
  onChanged(): void
}

export function rowMenu<C, T extends Item>({ row, href, view, verbs, contentOf, onChanged }: Acting<C, T>, t: Words): MenuItem[] {
  const words = t.publishing
  const isPublic = ['visible', 'scheduled', 'expired'].includes(row.state)
  const remove = async () => {
    const whole = await verbs.load(row.id)
    await erase(verbs, row, whole.kind === 'found' ? contentOf(whole.thing) : undefined, t, onChanged)
  }
  const menu: MenuItem[] = [{ label: words.open, icon: 'write', href }]
  if (row.state === 'visible') menu.push({ label: words.view, icon: 'eye', href: view })
  if (isPublic) menu.push({ label: words.withdraw, icon: 'hidden', onSelect: () => void withdraw(verbs, row, t, onChanged) })
  if (row.state === 'withdrawn') menu.push({ label: words.restore, icon: 'undo', onSelect: () => void restore(verbs, row, t, onChanged) })
  if ((row.state === 'draft' || row.state === 'submitted') && row.published_at === null)
    menu.push({ label: words.delete, icon: 'bin', onSelect: () => void remove() })
  return menu
}
