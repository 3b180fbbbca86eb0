// SPDX-License-Identifier: EUPL-1.2
/** What holds for every category: prepared answers and the usual promise; and the hours that the operator has entered. */

import { matching, staff } from '../../../api/staff'
import { ClashBox } from '../../compose/clash-box'
import { useSaving } from '../../compose/use-saving'
import { useWords } from '../../i18n'
import { Gate } from '../../ui/gate'
import { useLoad, type Loaded } from '../../ui/load'
import { SaveStatus } from '../../ui/status'
import { LIMITS, type Settings, type SettingsContent } from './model'
import { NumberField } from './number-field'
import { TemplateList } from './template-list'

function useSettings(): Loaded<Settings> {
  return useLoad('defects/settings', () => staff.GET('/api/v1/staff/defects/settings'))
}

function sound({ promise_days }: SettingsContent): boolean {
  const [from, to] = LIMITS.promise_days
  return Number.isInteger(promise_days) && promise_days >= from && promise_days <= to
}

function useGeneral(settings: Settings, put: (settings: Settings) => void) {
  return useSaving<SettingsContent, Settings>({
    thing: settings,
    read: ({ promise_days, templates }) => ({ promise_days, templates }),
    save: (body, version) => staff.PUT('/api/v1/staff/defects/settings', { params: { header: matching(version) }, body }),
    sound,
    onSaved: put,
  })
}

export function TemplatesTab() {
  const settings = useSettings()
  return <Gate of={settings}>{(data) => <Templates settings={data} put={settings.put} />}</Gate>
}

function Templates({ settings, put }: { settings: Settings; put(settings: Settings): void }) {
  const { t } = useWords()
  const words = t.defectSettings
  const { content, change, state, at, conflicts, settle } = useGeneral(settings, put)
  return (
    <section class="card category-form settings-alone">
      <header>
        <h2>{words.templatesAll}</h2>
        <SaveStatus state={state} at={at} />
      </header>
      <ClashBox conflicts={conflicts} onSettle={settle} label={() => words.templatesAll} />
      <TemplateList heading={words.tabs.templates} templates={content.templates} onChange={(templates) => change({ templates })} />
    </section>
  )
}

export function TimeTab() {
  const settings = useSettings()
  return <Gate of={settings}>{(data) => <Time settings={data} put={settings.put} />}</Gate>
}

function Time({ settings, put }: { settings: Settings; put(settings: Settings): void }) {
  const { t } = useWords()
  const words = t.defectSettings
  const { content, change, state, at, conflicts, settle } = useGeneral(settings, put)
  const [from = 8, to = 16] = settings.office_hours
  const wrong = state === 'error' && !sound(content) ? words.numberWrong(...LIMITS.promise_days) : undefined
  return (
    <section class="card category-form settings-alone">
      <header>
        <h2>{words.tabs.time}</h2>
        <SaveStatus state={state} at={at} />
      </header>
      <ClashBox conflicts={conflicts} onSettle={settle} label={() => words.usualPromise} />
      <NumberField id="usual-promise" label={words.usualPromise} unit={words.promiseUnit} value={content.promise_days} error={wrong} onChange={(promise_days) => change({ promise_days })} />
      <p class="field-help">{words.usualHelp}</p>
      <dl class="facts">
        <div>
          <dt>{words.hours}</dt>
          <dd>{words.hoursText(from, to)}</dd>
        </div>
        <div>
          <dt>{words.daysOff}</dt>
          <dd>{settings.days_off.map(dayOff).join(', ') || words.noDaysOff}</dd>
        </div>
      </dl>
      <p class="field-help">{words.byOperator}</p>
    </section>
  )
}

/** "12-24" → "24.12.", "2027-05-07" → "07.05.2027". */
function dayOff(day: string): string {
  const parts = day.split('-')
  return parts.length === 2 ? `${parts[1]}.${parts[0]}.` : `${parts[2]}.${parts[1]}.${parts[0]}`
}
