// SPDX-License-Identifier: EUPL-1.2
/** Bell and number in a list: how many devices hear of an item, or have heard. */

import type { components } from '../../api/schema'
import { useWords } from '../i18n'
import { Icon } from '../ui/icon'
import './push.scss'

export function Bell({ state, devices, words = false }: components['schemas']['MessageInBrief'] & { words?: boolean }) {
  const { t } = useWords()
  return (
    <span class="row-bell">
      <Icon name="bell" size={18} />
      {words ? (
        t.push.toMany(devices)
      ) : (
        <>
          <span aria-hidden="true">{t.push.number(devices)}</span>
          <span class="sr-only">{`${t.push.list.state[state]}: ${t.push.toMany(devices)}`}</span>
        </>
      )}
    </span>
  )
}
