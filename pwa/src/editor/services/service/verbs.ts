// SPDX-License-Identifier: EUPL-1.2
/** One service on the way to and from the server, in the composer's terms. Knows no page and no words. */

import { creating, matching, staff, type Answer } from '../../../api/staff'
import type { Base } from '../../compose/autosave'
import { sentOf, type Verbs } from '../../publishing/verbs'
import type { StaffService } from '../model'
import { contentOf, ownOf, type Content } from './content'

/** The server keeps no names of those who wrote; the log has them. */
export type Thing = StaffService & { edited_by: string | null; edited_at: string }

export function thingOf(service: StaffService): Thing {
  return { ...service, edited_by: null, edited_at: service.updated_at }
}

export function baseOf(thing: Thing): Base<Content> {
  return { version: String(thing.version), content: contentOf(thing) }
}

const at = (id: string) => ({ path: { service_id: id } })

/** `refused` is told by field what the server did not take. */
export function serviceVerbs(refused: (errors: Record<string, unknown>) => void): Pick<Verbs<Content, Thing>, 'load' | 'save'> {
  const sources = new Map<string, StaffService['source']>()
  const known = (service: StaffService): Thing => {
    sources.set(service.id, service.source)
    return thingOf(service)
  }
  const load: Verbs<Content, Thing>['load'] = async (id) => {
    const answer = await staff.GET('/api/v1/staff/services/{service_id}', { params: at(id) })
    if (answer.ok) return { kind: 'found', thing: known(answer.data) }
    return { kind: answer.status === 404 ? 'missing' : 'unreached' }
  }
  return {
    load,
    async save(id, content, version) {
      // Opened without a network: unless one knows the source's words they would all become the municipality's.
      if (version !== null && !sources.has(id) && (await load(id)).kind === 'unreached') return { kind: 'unreached' }
      const header = version === null ? creating : matching(Number(version))
      const answer: Answer<StaffService> = await staff.PUT('/api/v1/staff/services/{service_id}', { params: { ...at(id), header }, body: ownOf(content, sources.get(id)) })
      const sent = sentOf(answer)
      if (sent.kind === 'saved') return { kind: 'saved', thing: known(sent.thing) }
      if (sent.kind === 'conflict') return { kind: 'conflict', current: known(sent.current) }
      if (sent.kind === 'refused') refused(answer.ok ? {} : (answer.problem?.errors ?? {}))
      return sent
    },
  }
}
