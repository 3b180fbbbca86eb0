// SPDX-License-Identifier: EUPL-1.2
/** All categories in their groups on the left, the chosen one on the right; on a phone one after the other. */

import { useState } from 'preact/hooks'
import { staff } from '../../../api/staff'
import { iconNamed } from '../../../ui/icon'
import { navigate } from '../../../ui/router'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { Gate } from '../../ui/gate'
import { Icon } from '../../ui/icon'
import { useLoad } from '../../ui/load'
import { useRoom } from '../../ui/room'
import { CategoryForm } from './category-form'
import { grouped, type Category } from './model'
import { NewCategory } from './new-category'

const HERE = '/redaktion/einstellungen'

export function CategoriesTab({ chosen }: { chosen: string | undefined }) {
  const { t } = useWords()
  const words = t.defectSettings
  const phone = useRoom('phone')
  const list = useLoad('defects/staff-categories', () => staff.GET('/api/v1/staff/defects/categories'))
  const settings = useLoad('defects/settings', () => staff.GET('/api/v1/staff/defects/settings'))
  const put = (changed: Category) => list.data && list.put(list.data.map((each) => (each.id === changed.id ? changed : each)))
  const [adding, setAdding] = useState(false)
  return (
    <Gate of={list}>
      {(rows) => {
        const open = rows.find(({ id }) => id === chosen) ?? (phone ? undefined : rows[0])
        return (
          <div class="list-beside">
            {!(phone && open) && (
              <div>
                <nav class="side-list category-list" aria-label={words.tabs.categories}>
                  {grouped(rows).map(({ group, rows: inside }) => (
                    <section key={group}>
                      <h2>{group || words.addGroup}</h2>
                      <ul role="list">
                        {inside.map((category) => (
                          <li key={category.id}>
                            <a href={`${HERE}?kategorie=${category.id}`} aria-current={category.id === open?.id ? 'true' : undefined}>
                              <Icon name={iconNamed(category.icon)} />
                              <span>{category.name}</span>
                              {category.recipient === null ? (
                                <strong class="lacks-recipient">
                                  <Icon name="alert" size={18} />
                                  {words.noRecipient}
                                </strong>
                              ) : (
                                !category.active && <span class="muted">{words.off}</span>
                              )}
                            </a>
                          </li>
                        ))}
                      </ul>
                    </section>
                  ))}
                </nav>
                <Button kind="plain" icon="plus" onPress={() => setAdding(true)}>
                  {words.add}
                </Button>
              </div>
            )}
            {open && (
              <div>
                {phone && (
                  <Button kind="plain" icon="back" href={`${HERE}?bereich=kategorien`}>
                    {words.tabs.categories}
                  </Button>
                )}
                <CategoryForm
                  key={open.id}
                  category={open}
                  onSaved={put}
                  onBack={() => void list.reload()}
                  onGone={() => {
                    navigate(`${HERE}?bereich=kategorien`)
                    void list.reload()
                  }}
                />
              </div>
            )}
            {adding && (
              <NewCategory
                rows={rows}
                promise={settings.data?.promise_days ?? 3}
                onClose={() => setAdding(false)}
                onDone={async ({ id }) => {
                  await list.reload()
                  setAdding(false)
                  navigate(`${HERE}?kategorie=${id}`)
                }}
              />
            )}
          </div>
        )
      }}
    </Gate>
  )
}
