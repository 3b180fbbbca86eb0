// SPDX-License-Identifier: EUPL-1.2
/** From the draft to the outbox and back: in one step, so that a report is never in both places nor in none. */

import type { DefectCategory } from '../../api/types'
import { putReport, type ReportAnswer } from '../../api/reports'
import { askToBeWoken, deliver } from '../../offline/deliver'
import { tellOutbox } from '../../offline/outbox'
import { inReports, type Mine, type Waiting } from '../../offline/report-store'
import { rounded } from '../../ui/geo'
import { keepDraft, type Draft } from './draft'

type Questions = DefectCategory['questions']

/** What the town hall gets. `website` is what a machine has filled in. */
export function reportOf(draft: Draft, questions: Questions, website: string, now: number): string {
  const { category, spot, address, text, name, email, phone, mail } = draft
  const known = questions.flatMap(({ code, kind }) => {
    const said = draft.answers[code]
    if (said === undefined || said.length === 0) return []
    return [[code, kind === 'number' ? Number(String(said).replace(',', '.')) : said]]
  })
  const contact = { name: name.trim(), email: email.trim(), phone: phone.trim(), mail_updates: mail && email.trim() !== '' }
  return JSON.stringify({
    category: category?.code,
    description: text.trim(),
    ...(spot === null ? { lat: null, lon: null } : rounded(spot)),
    address: address.trim(),
    answers: Object.fromEntries(known),
    contact: contact.name || contact.email || contact.phone ? contact : null,
    website,
    // A phone's clock may have been set back meanwhile.
    elapsed_ms: Math.abs(now - draft.begun),
  })
}

function mineOfDraft({ id, secret, category, address }: Draft, now: number): Mine {
  const { code = '', name = '', icon = 'dots' } = category ?? {}
  return { id, secret, number: null, category: { code, name, icon }, place: address.trim() || null, created: now, state: 'waiting', due_on: null }
}

/** Puts the draft into the outbox; what another window has put there already stays as it is. Rejects where nothing is kept. */
export async function queue(draft: Draft, report: string, now = Date.now()): Promise<void> {
  const { photos, ...words } = draft
  const waiting: Waiting = { id: draft.id, secret: draft.secret, report, photos: photos.map(({ data }) => data), state: 'queued', since: now, draft: { words, photos } }
  await inReports('readwrite', (change) => {
    const mine = change.objectStore('mine')
    const asking = mine.get(draft.id) as IDBRequest<Mine | undefined>
    asking.addEventListener('success', () => {
      change.objectStore('draft').clear()
      if (asking.result !== undefined && asking.result.state !== 'refused') return
      mine.put(mineOfDraft(draft, now), draft.id)
      change.objectStore('outbox').put(waiting, draft.id)
    })
    return asking
  })
  tellOutbox()
}

/** What is in the outbox goes on its way; the browser is asked to keep it until then. */
export async function send(): Promise<void> {
  // Safari and a full phone throw away what nobody asked to keep.
  void navigator.storage?.persist?.().catch(() => false)
  void askToBeWoken()
  await deliver()
}

/** A device that keeps nothing sends at once, from the page alone. */
export function sendUnkept({ id, secret, photos }: Draft, report: string): Promise<ReportAnswer> {
  return putReport(id, secret, report, photos.map(({ data }) => data))
}

/** Takes a refused report back into the form, with its id: the town hall has kept nothing under it. */
export async function takeBack(waiting: Waiting): Promise<void> {
  const { words, photos } = waiting.draft as { words: Omit<Draft, 'photos'>; photos: Draft['photos'] }
  await keepDraft({ ...words, photos })
}
